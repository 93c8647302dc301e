package org.deskwright.triage;

import java.util.List;

import org.deskwright.reading.Question;

/**
 * What a request does not say, and how it is asked for.
 *
 * @param need     as {@code config/reading/questions.yaml} calls it
 * @param language in which it is asked, ISO 639-1
 * @param words    of closed texts, and nothing of the request's but names of the catalogue
 * @param offered  what can be chosen, by the names people use
 */
public record Missing(String need, String language, String words, List<String> offered) {

    static Missing of(Question question, List<String> offered) {
        return new Missing(question.id(), question.language(), question.offering(offered), offered);
    }
}
