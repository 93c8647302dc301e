package org.deskwright.connector.mail;

/** Something about a mail that may be unreadable without making the rest so. */
interface Attempt<T> {

    T read() throws Exception;

    /** What was read, or {@code otherwise} if that failed, in whatever way a hostile mail makes a parser fail. */
    static <T> T at(Attempt<T> attempt, T otherwise) {
        try {
            T value = attempt.read();
            return value == null ? otherwise : value;
        } catch (Exception | StackOverflowError e) {
            return otherwise;
        }
    }
}
