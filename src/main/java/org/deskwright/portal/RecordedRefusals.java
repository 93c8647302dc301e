package org.deskwright.portal;

import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.deskwright.audit.Actor;
import org.deskwright.audit.AuditLog;
import org.deskwright.audit.Personal;
import org.springframework.stereotype.Component;

/** What the record says of a request that was refused, at whichever door. Whoever types a path can write a name into it. */
@Component
class RecordedRefusals {

    private static final int FIRST_REFUSAL = 400;

    private final AuditLog audit;

    RecordedRefusals(AuditLog audit) {
        this.audit = audit;
    }

    void record(String kind, HttpServletRequest request, HttpServletResponse response) {
        if (response.getStatus() >= FIRST_REFUSAL) {
            String login = request.getRemoteUser();
            audit.write(null, kind, login == null ? Actor.performer("nobody") : Actor.person(login), Map.of("method", request.getMethod(),
                    "path", Personal.text(request.getRequestURI()), "status", response.getStatus()));
        }
    }
}
