package org.deskwright.connector;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.web.client.RestClient;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** Spring's HTTP client over a {@link BoundedExchange}: JSON both ways, POST alone, no streams. */
public final class BoundedRequests implements ClientHttpRequestFactory {

    private static final ObjectMapper JSON = Jackson2ObjectMapperBuilder.json()
            .featuresToEnable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL).build();

    private final BoundedExchange exchange;

    private BoundedRequests(BoundedExchange exchange) {
        this.exchange = exchange;
    }

    public static RestClient.Builder over(BoundedExchange exchange) {
        return RestClient.builder().requestFactory(new BoundedRequests(exchange))
                .messageConverters(converters -> {
                    converters.clear();
                    converters.add(new MappingJackson2HttpMessageConverter(JSON));
                });
    }

    /** For libraries that want a client for streams, too: it reaches nobody. */
    public static WebClient.Builder noStreams() {
        return WebClient.builder().exchangeFunction(request -> Mono.error(new UnsupportedOperationException("No streams here")));
    }

    @Override
    public ClientHttpRequest createRequest(URI address, HttpMethod method) {
        if (method != HttpMethod.POST) {
            throw new UnsupportedOperationException("A model is asked by POST");
        }
        return new Request(exchange, address, new HttpHeaders(), new ByteArrayOutputStream(), new HashMap<>());
    }

    private record Request(BoundedExchange exchange, URI address, HttpHeaders headers, ByteArrayOutputStream body,
            Map<String, Object> attributes) implements ClientHttpRequest {

        @Override
        public ClientHttpResponse execute() {
            Map<String, List<String>> sent = new HashMap<>();
            headers.forEach(sent::put);
            return new Response(new ByteArrayInputStream(exchange.post(address, sent, body.toByteArray())));
        }

        @Override
        public OutputStream getBody() {
            return body;
        }

        @Override
        public HttpMethod getMethod() {
            return HttpMethod.POST;
        }

        @Override
        public URI getURI() {
            return address;
        }

        @Override
        public Map<String, Object> getAttributes() {
            return attributes;
        }

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }

        /** Without the headers, which hold the key. */
        @Override
        public String toString() {
            return "POST " + address;
        }
    }

    /** An answer is read as JSON, whatever it says that it is. */
    private record Response(InputStream body) implements ClientHttpResponse {

        @Override
        public HttpStatusCode getStatusCode() {
            return HttpStatus.OK;
        }

        @Override
        public String getStatusText() {
            return "";
        }

        @Override
        public HttpHeaders getHeaders() {
            HttpHeaders headers = new HttpHeaders();
            headers.setContentType(MediaType.APPLICATION_JSON);
            return headers;
        }

        @Override
        public InputStream getBody() {
            return body;
        }

        @Override
        public void close() {
            // the exchange is over since before this was made
        }
    }
}
