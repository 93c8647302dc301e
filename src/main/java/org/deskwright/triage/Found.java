package org.deskwright.triage;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

import org.deskwright.ticket.RequestText;

/**
 * What came of reading a request while nobody waited.
 *
 * @param print   of the words that were read: of other words it says nothing
 * @param caution of who looked for other people in it
 * @param tone    {@code null} if the desk's own reader judges it
 * @param readers who looked for other people, and who judged its tone
 */
record Found(String print, Sorted sorted, Caution caution, Tone tone, List<Performance> readers) {

    Found {
        readers = List.copyOf(readers);
    }

    static Found of(RequestText text, Sorted sorted, NamedReaders.Read slots, NamedReaders.Read tone) {
        return new Found(print(text), sorted, slots.caution().and(tone.caution()), tone.tone(), List.of(slots.performance(), tone.performance()));
    }

    boolean isOf(RequestText text) {
        return print.equals(print(text));
    }

    static String print(RequestText text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.whole().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
