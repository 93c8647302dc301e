package org.deskwright.learning;

/** What a view looks at. */
enum Kind {
    /** Words, and pairs of neighbours. */
    WORDS,
    /** Words, and pairs of words close to each other in whatever order. */
    PAIRS,
    /** Two to five letters in a row within a word. */
    LETTERS,
    /** Words, neighbours and letters, the subject's words once more, and the concepts of the glossary. */
    MEANING
}
