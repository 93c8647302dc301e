package org.deskwright.process;

import java.io.ByteArrayInputStream;
import java.io.IOException;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what says a thing twice. Of two fields with one name the engine would take the last: of "decline" and "approve"
 * neither was said. What is longer than {@value #MOST} bytes is not read to its end: none of the engine's forms or queries is.
 */
class SaidOnce extends OncePerRequestFilter {

    static final int MOST = 1 << 20;
    private static final ObjectMapper STRICT = JsonMapper.builder().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION).build();

    /** Uploads, and the form with which people sign in; whatever else there is, also without a type, the engine may read as JSON. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String type = request.getContentType() == null ? "" : request.getContentType().strip().toLowerCase();
        return type.startsWith("multipart/") || type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        byte[] body = request.getInputStream().readNBytes(MOST + 1);
        if (body.length > MOST) {
            refuse(response, HttpStatus.PAYLOAD_TOO_LARGE, "This is longer than the %,d bytes that are taken here. Please ask for less at once".formatted(MOST));
            return;
        }
        try {
            read(body);
        } catch (JsonProcessingException twice) {
            refuse(response, HttpStatus.BAD_REQUEST, "This cannot be read as JSON that says each thing once: " + twice.getOriginalMessage());
            return;
        }
        chain.doFilter(new Read(request, body), response);
    }

    private static void refuse(HttpServletResponse response, HttpStatus status, String why) throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        STRICT.writeValue(response.getOutputStream(), new EngineProblem("InvalidRequestException", status.value(), why));
    }

    private static void read(byte[] body) throws IOException {
        try (JsonParser parser = STRICT.createParser(body)) {
            while (parser.nextToken() != null) {
                parser.skipChildren();
            }
        }
    }

    /** With its body, which can be read once. */
    private static final class Read extends HttpServletRequestWrapper {

        private final ByteArrayInputStream body;

        Read(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = new ByteArrayInputStream(body);
        }

        @Override
        public ServletInputStream getInputStream() {
            return new ServletInputStream() {
                @Override
                public int read() {
                    return body.read();
                }

                @Override
                public boolean isFinished() {
                    return body.available() == 0;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    throw new UnsupportedOperationException("It is all there already");
                }
            };
        }
    }
}
