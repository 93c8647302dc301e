package org.deskwright.portal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.deskwright.intake.Request;

/**
 * A request as somebody is writing it.
 *
 * @param token made with the form: the same form sent twice files one request
 */
record Draft(String subject, String body, String token) {

    static Draft empty() {
        return new Draft("", "", UUID.randomUUID().toString());
    }

    /** As posted, on one line where there is one: pasted tabs and line ends become blanks. */
    static Draft of(String subject, String body, String token) {
        return new Draft(subject.replaceAll("[\\t\\r\\n]+", " ").strip(), Texts.plain(body).strip(), token);
    }

    /** The same text as another request. */
    Draft anew() {
        return new Draft(subject, body, UUID.randomUUID().toString());
    }

    /** What is wrong, per field, in words for its writer. */
    Map<String, String> problems() {
        Map<String, String> problems = new LinkedHashMap<>();
        if (subject.isEmpty()) {
            problems.put("subject", "Please say in a few words what it is about.");
        } else if (subject.length() > Request.LONGEST_SUBJECT) {
            problems.put("subject", "Please shorten this to %d characters; it has %d.".formatted(
                    Request.LONGEST_SUBJECT, subject.length()));
        }
        Texts.problem(subject, false).ifPresent(problem -> problems.putIfAbsent("subject", problem));
        if (body.isEmpty()) {
            problems.put("body", "Please describe what you need. A sentence is enough.");
        } else if (body.length() > Request.LONGEST_BODY) {
            problems.put("body", "This text is too long. Please attach it as a file instead.");
        }
        Texts.problem(body, true).ifPresent(problem -> problems.putIfAbsent("body", problem));
        return problems;
    }

    /** @throws IllegalArgumentException if the token is not one of ours */
    String sourceKey(String login) {
        return "portal:%s:%s".formatted(login, UUID.fromString(token));
    }
}
