package org.deskwright.connector.bedrock;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

import org.deskwright.connector.BoundedExchange;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;

/** The vendor's library over the desk's own exchange: it never sees a failed answer, nor reads one that is too long. */
record AwsExchange(BoundedExchange exchange) implements SdkHttpClient {

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                return answer(request);
            }

            @Override
            public void abort() {
                // the exchange ends by itself, in the call's time
            }
        };
    }

    private HttpExecuteResponse answer(HttpExecuteRequest execution) throws IOException {
        SdkHttpRequest request = execution.httpRequest();
        if (request.method() != SdkHttpMethod.POST) {
            throw new UnsupportedOperationException("A model is asked by POST");
        }
        byte[] answer = exchange.post(request.getUri(), request.headers(), body(execution));
        return HttpExecuteResponse.builder().response(SdkHttpResponse.builder().statusCode(200).putHeader("Content-Type", "application/json").build())
                .responseBody(AbortableInputStream.create(new ByteArrayInputStream(answer))).build();
    }

    private static byte[] body(HttpExecuteRequest execution) throws IOException {
        try (InputStream body = execution.contentStreamProvider().orElseThrow().newStream()) {
            return body.readAllBytes();
        }
    }

    @Override
    public void close() {
        // nothing is held open beyond a call
    }
}
