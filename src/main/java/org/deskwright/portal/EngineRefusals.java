package org.deskwright.portal;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UrlPathHelper;

/**
 * Whoever wants the engine to do something and is refused is on the record, by whatever door they came and whichever wall
 * it was: a path that is shut, a closed command, or a decision that is not theirs.
 */
final class EngineRefusals extends OncePerRequestFilter {

    private final RecordedRefusals refusals;

    EngineRefusals(RecordedRefusals refusals) {
        this.refusals = refusals;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = UrlPathHelper.defaultInstance.getRequestUri(request);
        return !EngineSideDoors.writes(request) || !path.startsWith("/engine-rest") && !path.startsWith("/camunda/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        chain.doFilter(request, response);
        if (request.getRemoteUser() != null && response.getStatus() >= HttpStatus.BAD_REQUEST.value()) {
            refusals.recordOfEngine(request, response);
        }
    }
}
