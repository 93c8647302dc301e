package org.deskwright.portal;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.util.UrlPathHelper;

/**
 * Whoever tries to change something of the desk or of a ticket and is refused is on the record, whatever the reason, also where it
 * is told on the next page; and so is who wants to read what is not theirs, once an hour for each path.
 */
final class RefusedRequests extends OncePerRequestFilter {

    /** Set by whoever has written more of it than its path says. */
    static final String RECORDED = RefusedRequests.class.getName();
    /** In the flash of a page: why nothing was changed. */
    static final String PROBLEM = "problem";
    private static final Duration ONCE = Duration.ofHours(1);
    private static final int REMEMBERED = 10_000;

    private final RecordedRefusals refusals;
    private final Cache<String, Boolean> read = Caffeine.newBuilder().expireAfterWrite(ONCE).maximumSize(REMEMBERED).build();

    RefusedRequests(RecordedRefusals refusals) {
        this.refusals = refusals;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = UrlPathHelper.defaultInstance.getRequestUri(request); // as whoever answers it reads it: a letter may be encoded
        return !path.startsWith("/api/v1/") && !path.startsWith("/tickets") && !path.startsWith("/staff");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        chain.doFilter(request, response);
        if (request.getRemoteUser() != null && request.getAttribute(RECORDED) == null && isRefused(request, response)) {
            refusals.record(kind(UrlPathHelper.defaultInstance.getRequestUri(request)), request, response);
        }
    }

    private boolean isRefused(HttpServletRequest request, HttpServletResponse response) {
        if (HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod())) {
            return response.getStatus() == HttpStatus.FORBIDDEN.value()
                    && read.asMap().putIfAbsent(request.getRemoteUser() + " " + request.getRequestURI(), true) == null;
        }
        return response.getStatus() >= HttpStatus.BAD_REQUEST.value() || hasProblem(request);
    }

    private static boolean hasProblem(HttpServletRequest request) {
        return request.getAttribute(DispatcherServlet.OUTPUT_FLASH_MAP_ATTRIBUTE) instanceof Map<?, ?> flash && flash.containsKey(PROBLEM);
    }

    private static String kind(String path) {
        if (path.contains("/automation")) {
            return "AUTOMATION_REFUSED";
        }
        return path.contains("/models") || path.contains("/staff/classifier") ? "MODEL_REFUSED" : "REQUEST_REFUSED";
    }
}
