package org.deskwright.portal;

import java.io.IOException;
import java.util.Map;
import java.util.Set;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.deskwright.audit.AuditLog;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Whoever wants the engine to do something and is refused is on the record, by whatever door they came and whichever wall
 * it was: a path that is shut, a closed command, or a decision that is not theirs.
 */
final class EngineRefusals extends OncePerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final int FIRST_REFUSAL = 400;

    private final AuditLog audit;

    EngineRefusals(AuditLog audit) {
        this.audit = audit;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return READING.contains(request.getMethod()) || !path.startsWith("/engine-rest") && !path.startsWith("/camunda/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        chain.doFilter(request, response);
        if (response.getStatus() >= FIRST_REFUSAL && request.getRemoteUser() != null) {
            audit.write(null, "ENGINE_REFUSED", request.getRemoteUser(), Map.of("method", request.getMethod(),
                    "path", request.getRequestURI(), "status", response.getStatus()));
        }
    }
}
