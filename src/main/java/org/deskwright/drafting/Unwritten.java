package org.deskwright.drafting;

import org.deskwright.ticket.Word;

/** Why nothing of a model's is kept, though one was to write. */
enum Unwritten implements Word {
    WORDS_GONE,
    /** For the moment; so with the directory, without which nobody knows whose names have to stay here. */
    WORDS_AWAY, DIRECTORY_AWAY,
    MODEL_OFF,
    /** It has waited for its turn until no time was left. */
    TOO_LATE,
    EMPTY,
    /** Somebody who works here would follow it. */
    LINK
}
