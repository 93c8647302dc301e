package org.deskwright.process;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.camunda.bpm.engine.rest.security.auth.impl.ContainerBasedAuthenticationProvider;

/** Tells the engine's web applications who has signed in to the portal: one sign-in for all. The engine makes it by name. */
public class SignedInUser extends ContainerBasedAuthenticationProvider {

    @Override
    public AuthenticationResult extractAuthenticatedUser(HttpServletRequest request, ProcessEngine engine) {
        if (request.getUserPrincipal() == null) {
            return AuthenticationResult.unsuccessful();
        }
        String login = request.getUserPrincipal().getName();
        List<String> groups = engine.getIdentityService().createGroupQuery().groupMember(login).list().stream()
                .map(Group::getId).toList();
        AuthenticationResult result = new AuthenticationResult(login, true);
        result.setGroups(groups);
        return result;
    }

    @Override
    public void augmentResponseByAuthenticationChallenge(HttpServletResponse response, ProcessEngine engine) {
        // Spring Security has sent everybody else to the sign-in page before
    }
}
