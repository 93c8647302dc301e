package org.deskwright.process;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Whoever calls the engine's REST interface acts there as the person who signed in, with that person's rights. */
class EngineRestUser extends OncePerRequestFilter {

    private final IdentityService identity;

    EngineRestUser(IdentityService identity) {
        this.identity = identity;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getUserPrincipal() == null) {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            return;
        }
        String login = request.getUserPrincipal().getName();
        identity.setAuthentication(login, identity.createGroupQuery().groupMember(login).list().stream().map(Group::getId).toList());
        try {
            chain.doFilter(request, response);
        } finally {
            identity.clearAuthentication();
        }
    }
}
