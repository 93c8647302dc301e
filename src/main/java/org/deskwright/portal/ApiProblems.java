package org.deskwright.portal;

import java.io.IOException;
import java.net.URI;
import java.util.List;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/** Problems as RFC 9457 has them, for what is refused before a controller is reached as well. */
@Component
class ApiProblems implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final ObjectMapper json;

    ApiProblems(ObjectMapper json) {
        this.json = json;
    }

    /** What is wrong with one field of a request. */
    record FieldProblem(String field, String message) {
    }

    /** A problem with its fields, for the description of the API alone. */
    record Described(String type, String title, int status, String detail, String instance, List<FieldProblem> errors) {
    }

    static ProblemDetail problem(HttpStatus status, String detail) {
        return ProblemDetail.forStatusAndDetail(status, detail);
    }

    static ProblemDetail invalid(List<FieldProblem> fields) {
        String detail = String.join("; ", fields.stream().map(field -> field.field() + ": " + field.message()).toList());
        ProblemDetail problem = problem(HttpStatus.BAD_REQUEST, detail);
        problem.setProperty("errors", fields);
        return problem;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e) throws IOException {
        if (e instanceof AuthenticationServiceException) { // nobody could say whether the password is right
            write(request, response, problem(HttpStatus.SERVICE_UNAVAILABLE, e.getMessage()));
            return;
        }
        response.setHeader("WWW-Authenticate", "Basic realm=\"Deskwright\", charset=\"UTF-8\"");
        write(request, response, problem(HttpStatus.UNAUTHORIZED, "Sign in with the login and password of the directory (HTTP Basic)"));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e) throws IOException {
        write(request, response, problem(HttpStatus.FORBIDDEN, "You may not do this"));
    }

    private void write(HttpServletRequest request, HttpServletResponse response, ProblemDetail problem) throws IOException {
        problem.setInstance(URI.create(request.getRequestURI()));
        response.setStatus(problem.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), problem);
    }
}
