package org.deskwright.inference;

import java.util.stream.Stream;

/** What makes a text sensitive, whatever it is about: that it holds what opens a door or an account, or numbers that states and banks give. */
public final class Confidential {

    private Confidential() {
    }

    public static boolean isIn(String text) {
        String start = text.substring(0, Math.min(text.length(), Question.LONGEST));
        return Stream.of(Private.SECRET, Private.CARD, Private.IBAN, Private.NATIONAL_ID).anyMatch(kind -> !kind.in(start).isEmpty());
    }
}
