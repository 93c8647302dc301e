package org.deskwright.ticket;

/**
 * What a requester answered to one question of the desk's: words mean what they were asked for.
 *
 * @param place of the question, from 1
 * @param need  what was asked for, as {@code config/reading/questions.yaml} calls it
 * @param words as {@link Contents} keeps them, or as it gave them back
 */
public record Answer(int place, String need, String words) {

    Answer saying(String read) {
        return new Answer(place, need, read);
    }
}
