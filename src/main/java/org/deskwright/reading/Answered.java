package org.deskwright.reading;

/**
 * What was written in answer to one question.
 *
 * @param question id of the question, as {@code questions.yaml} has it
 * @param body     as a request's, with a signature of its own
 */
public record Answered(String question, String body) {
}
