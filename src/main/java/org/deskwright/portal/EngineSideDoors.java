package org.deskwright.portal;

import java.util.List;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * What of the engine's interface goes past the listeners that store and check a person's decision, past the desk's own
 * start of a ticket, or past the record. Nobody needs it from outside, administrators neither: all of it is shut to
 * everything that is not plain reading, below {@code /engine-rest} and below the web applications alike.
 */
final class EngineSideDoors {

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
    /** The engine refuses these to others, but counts a refused run of a job as a failed one: five of them stop a ticket. */
    private static final List<String> ADMINISTRATORS = List.of("/job/retries/**", "/job/suspended/**", "/job/*/execute/**", "/job/*/retries/**",
            "/job/*/suspended/**", "/job/*/duedate/**", "/job/*/priority/**", "/job-definition/suspended/**", "/job-definition/*/*/**",
            "/process-instance/suspended/**", "/process-instance/*/suspended/**", "/process-definition/suspended/**",
            "/process-definition/*/suspended/**", "/process-definition/key/*/suspended/**");

    private EngineSideDoors() {
    }

    /** What nobody may do from outside. */
    static RequestMatcher shut() {
        return new OrRequestMatcher(new AndRequestMatcher(EngineSideDoors::writes, everywhere(SHUT)),
                new AndRequestMatcher(EngineSideDoors::deletes, everywhere(NEVER_DELETED)));
    }

    /** What is for administrators alone. */
    static RequestMatcher forAdministrators() {
        return new OrRequestMatcher(new AndRequestMatcher(EngineSideDoors::writes, everywhere(ADMINISTRATORS)),
                new AndRequestMatcher(EngineSideDoors::deletes, everywhere(List.of("/job/**", "/process-instance/**"))));
    }

    private static boolean writes(HttpServletRequest request) {
        return !READING.contains(request.getMethod());
    }

    private static boolean deletes(HttpServletRequest request) {
        return request.getMethod().equals("DELETE");
    }

    private static RequestMatcher everywhere(List<String> doors) {
        return new OrRequestMatcher(doors.stream().flatMap(door -> ENGINES.stream()
                .map(engine -> (RequestMatcher) PathPatternRequestMatcher.withDefaults().matcher(engine + door))).toList());
    }
}
