package org.deskwright.reading;

/** What was taken out of a text before it is read. Some of it is a sign by itself that somebody hides something. */
public enum Removed {

    /** Characters without width between letters, as no keyboard writes them. */
    INVISIBLE,
    /** Unicode's tag characters: a second text that people do not see and models do. */
    TAGS,
    /** Overrides of the writing direction, which show something else than what stands there. */
    DIRECTION,
    /** Control characters, halves of characters, and more marks on one letter than any script knows. */
    RUBBISH,
    /** Markup that no program shows to people, comments too. */
    HIDDEN_MARKUP,
    QUOTE,
    SIGNATURE,
    /** What stands behind the first {@link Characters#MOST} characters. */
    OVERLENGTH
}
