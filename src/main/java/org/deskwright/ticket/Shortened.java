package org.deskwright.ticket;

/** Text made to fit where it is kept or shown, and seen to be cut. */
public final class Shortened {

    private Shortened() {
    }

    /** @param text may be {@code null}, and then is nothing */
    public static String to(String text, int longest) {
        return text == null || text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }
}
