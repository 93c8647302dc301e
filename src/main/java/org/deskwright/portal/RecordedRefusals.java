package org.deskwright.portal;

import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.deskwright.audit.Actor;
import org.deskwright.audit.AuditLog;
import org.deskwright.audit.Personal;
import org.deskwright.ticket.Work;
import org.springframework.stereotype.Component;

/** What the record says of a request that was refused, at whichever door. Whoever types a path can write a name into it. */
@Component
class RecordedRefusals {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    /** No door of the engine has more in its path. */
    private static final int IDS = 3;

    private final AuditLog audit;
    private final Work work;

    RecordedRefusals(AuditLog audit, Work work) {
        this.work = work;
        this.audit = audit;
    }

    /** With the ticket of the task, execution or process instance that the path names. */
    void recordOfEngine(HttpServletRequest request, HttpServletResponse response) {
        record("ENGINE_REFUSED", () -> ID.matcher(request.getRequestURI()).results().map(MatchResult::group).limit(IDS)
                .flatMap(id -> work.ticketOf(id).stream()).findFirst().orElse(null), request, response);
    }

    void record(String kind, HttpServletRequest request, HttpServletResponse response) {
        record(kind, () -> null, request, response);
    }

    private void record(String kind, Supplier<String> ticket, HttpServletRequest request, HttpServletResponse response) {
        audit.write(ticket.get(), kind, Actor.person(request.getRemoteUser()), Map.of("method", request.getMethod(),
                "path", Personal.text(request.getRequestURI()), "status", response.getStatus()));
    }
}
