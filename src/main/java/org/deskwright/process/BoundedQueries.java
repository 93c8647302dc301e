package org.deskwright.process;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Whoever does not say how many results they want gets the first {@value #MOST}. The engine itself refuses such a query;
 * Cockpit asks some, and would stay empty there.
 */
class BoundedQueries extends OncePerRequestFilter {

    static final int MOST = 2_000;
    private static final String PARAMETER = "maxResults";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String query = request.getQueryString();
        chain.doFilter(query != null && query.contains(PARAMETER + "=") ? request : new Bounded(request), response);
    }

    private static final class Bounded extends HttpServletRequestWrapper {

        Bounded(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getQueryString() {
            String query = super.getQueryString();
            return (query == null ? "" : query + "&") + PARAMETER + "=" + MOST;
        }
    }
}
