package org.deskwright.reading;

/**
 * One word of a text.
 *
 * @param plain    lower case without accents, as the phrases of the lexicons are
 * @param start    where it begins in the text
 * @param end      where it ends in the text
 * @param sentence number of its sentence
 * @param capital  begins with a capital letter
 * @param shouted  four letters or more, all of them capitals
 */
record Word(String plain, int start, int end, int sentence, boolean capital, boolean shouted) {

    boolean isNumber() {
        return plain.charAt(0) >= '0' && plain.charAt(0) <= '9';
    }
}
