package org.deskwright.triage;

import java.util.List;

import org.deskwright.reading.Question;

/**
 * What a request does not say, and how it is asked for.
 *
 * @param offered what can be chosen, by the names people use
 */
public record Missing(Question question, List<String> offered) {

    /** Closed texts, and nothing of the request's but names of the catalogue. */
    public String words() {
        return question.offering(offered);
    }
}
