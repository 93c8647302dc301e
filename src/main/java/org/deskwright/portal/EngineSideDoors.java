package org.deskwright.portal;

import java.util.List;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * What of the engine's interface goes past the desk's own order and yet is no command that {@code process} could tell from
 * one of the desk's: tasks of nobody's making, many at once out of sight, the record itself. Nobody needs it from outside,
 * administrators neither: it is shut to everything that is not plain reading, below {@code /engine-rest} and below the web
 * applications alike.
 */
final class EngineSideDoors {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final List<String> ENGINES = List.of("/engine-rest", "/engine-rest/engine/*", "/camunda/api/engine/engine/*");
    /** The two asterisks also match nothing and a slash: the engine takes {@code …/resolve/} for {@code …/resolve}. */
    private static final List<String> SHUT = List.of(
            // make tasks, and pass them on past those who were asked
            "/task/create/**", "/task/*/delegate/**", "/task/*/resolve/**",
            // work that no diagram of the desk gives away
            "/external-task/fetchAndLock/**", "/external-task/retries/**", "/external-task/retries-async/**", "/external-task/*/*/**",
            "/case-execution/**", "/case-definition/**",
            // do many at once: the record names the ticket of each thing that is done by hand
            "/batch/*/**", "/process-instance/delete/**", "/process-instance/delete-historic-query-based/**",
            "/process-instance/suspended/**", "/process-instance/suspended-async/**", "/job/retries/**", "/process-instance/job-retries/**", "/process-instance/job-retries-historic-query-based/**",
            // rub out what happened
            "/history/process-instance/delete/**", "/history/process-instance/set-removal-time/**",
            "/history/decision-instance/delete/**", "/history/decision-instance/set-removal-time/**",
            "/history/batch/set-removal-time/**", "/history/cleanup/**");
    private static final List<String> NEVER_DELETED = List.of("/history/**");
    /** The engine refuses these to others, but counts a refused run of a job as a failed one: five of them stop a ticket. */
    private static final List<String> ADMINISTRATORS = List.of("/job/suspended/**", "/job/*/execute/**", "/job/*/retries/**",
            "/job/*/suspended/**", "/job/*/duedate/**", "/job/*/priority/**", "/job-definition/suspended/**", "/job-definition/*/*/**",
            "/process-instance/*/suspended/**", "/process-definition/suspended/**",
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

    /** Everything that is not plain reading. */
    static boolean writes(HttpServletRequest request) {
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
