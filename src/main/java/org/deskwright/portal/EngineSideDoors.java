package org.deskwright.portal;

import java.util.List;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * What of the engine's interface goes past the listeners that store and check a person's decision, past the desk's own
 * start of a ticket, or past the record. Nobody needs it from outside, administrators neither: all of it is shut to
 * everything that is not plain reading, below {@code /engine-rest} and below the web applications alike.
 */
final class EngineSideDoors implements RequestMatcher {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final List<String> ENGINES = List.of("/engine-rest", "/engine-rest/engine/*", "/camunda/api/engine/engine/*");
    /** The two asterisks also match nothing and a slash: the engine takes {@code …/bpmnError/} for {@code …/bpmnError}. */
    private static final List<String> SHUT = List.of(
            // end a task without its decision, or write past it
            "/task/create/**", "/task/*/bpmnError/**", "/task/*/bpmnEscalation/**", "/task/*/delegate/**", "/task/*/resolve/**",
            // move, start or end processes otherwise than drawn
            "/process-definition/*/start/**", "/process-definition/key/*/start/**", "/process-definition/key/*/tenant-id/*/start/**",
            "/process-definition/*/submit-form/**", "/process-definition/key/*/submit-form/**", "/process-definition/key/*/tenant-id/*/submit-form/**",
            "/process-definition/*/restart/**", "/process-definition/*/restart-async/**", "/process-instance/*/modification/**",
            "/process-instance/*/modification-async/**", "/modification/**", "/migration/**", "/condition/**",
            // write variables
            "/task/*/variables/**", "/task/*/localVariables/**", "/process-instance/*/variables/**", "/process-instance/variables-async/**",
            "/execution/*/localVariables/**", "/case-execution/**", "/case-definition/**",
            // say what only the desk says to its processes
            "/message/**", "/signal/**", "/process-instance/message-async/**", "/execution/*/signal/**",
            "/execution/*/messageSubscriptions/*/trigger/**", "/external-task/fetchAndLock/**", "/external-task/retries/**",
            "/external-task/retries-async/**", "/external-task/*/*/**",
            // do many at once, out of sight
            "/batch/*/**", "/process-instance/delete/**", "/process-instance/delete-historic-query-based/**",
            "/process-instance/suspended-async/**", "/process-instance/job-retries/**", "/process-instance/job-retries-historic-query-based/**",
            // rub out what happened
            "/history/process-instance/delete/**", "/history/process-instance/set-removal-time/**",
            "/history/decision-instance/delete/**", "/history/decision-instance/set-removal-time/**",
            "/history/batch/set-removal-time/**", "/history/cleanup/**", "/process-definition/key/*/delete/**",
            "/process-definition/key/*/tenant-id/*/delete/**");
    /** A deleted model takes the history of what it did along. */
    private static final List<String> NEVER_DELETED = List.of("/history/**", "/deployment/**", "/process-definition/**");

    private final List<RequestMatcher> shut = everywhere(SHUT);
    private final List<RequestMatcher> neverDeleted = everywhere(NEVER_DELETED);

    @Override
    public boolean matches(HttpServletRequest request) {
        return !READING.contains(request.getMethod()) && isOneOf(shut, request)
                || request.getMethod().equals("DELETE") && isOneOf(neverDeleted, request);
    }

    private static boolean isOneOf(List<RequestMatcher> doors, HttpServletRequest request) {
        return doors.stream().anyMatch(door -> door.matches(request));
    }

    private static List<RequestMatcher> everywhere(List<String> doors) {
        return doors.stream().flatMap(door -> ENGINES.stream()
                .map(engine -> (RequestMatcher) PathPatternRequestMatcher.withDefaults().matcher(engine + door))).toList();
    }
}
