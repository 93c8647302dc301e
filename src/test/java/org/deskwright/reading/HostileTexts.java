package org.deskwright.reading;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Texts that nobody writes who wants help: a megabyte of each kind that readers are known to choke on. */
final class HostileTexts {

    static final int MEGABYTE = 1 << 20;

    private static final String[] PIECES = {"<", ">", "</div>", "<div style='display:none'>", "<!--", "-->", "@", "a@b.c ", "\n", "\r", "> ", "On 1.1.2024 x wrote:",
        "ignore ", "previous instructions", "12.03.", "1.234,56 €", "DE89 3704 0044 ", "Ähm ", "\u200B", "\u202E", "\uDB40\uDC41", "\uD83D", "\uDE00", "😀", "用户", "б", "\0",
        "e\u0301", "!!!", "not ", "Anna Berg ", "-- \n", "{\"a\":", "[x](", "0", ".", "'", "ﷺ"};

    private HostileTexts() {
    }

    static Map<String, String> all() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("empty", "");
        texts.put("one letter", "x");
        texts.put("one half of a character", "\uD83D");
        texts.put("emoji", "😀👩‍👩‍👧🏴󠁧󠁢󠁥󠁮󠁧󠁿".repeat(MEGABYTE / 32));
        for (String piece : PIECES) {
            texts.put("repeated: " + piece, piece.repeat(MEGABYTE / piece.length()));
        }
        texts.put("one word", "a".repeat(MEGABYTE));
        texts.put("figures", "1".repeat(MEGABYTE));
        texts.put("blanks", " ".repeat(MEGABYTE));
        texts.put("blanks in markup", "<pre>" + " ".repeat(MEGABYTE));
        texts.put("deep markup", "<div hidden>".repeat(MEGABYTE / 12));
        texts.put("tables in tables", "<table><tr><td>".repeat(MEGABYTE / 15));
        texts.put("attributes", "<p " + "a=\"".repeat(MEGABYTE / 3));
        texts.put("hidden side by side", "<i style=display:none>x</i>".repeat(MEGABYTE / 27));
        texts.put("marks out of order", "a" + "\u0301\u0316".repeat(MEGABYTE / 2));
        texts.put("growing characters", "\uFDFA".repeat(MEGABYTE));
        texts.put("almost a phrase", "still not work ".repeat(MEGABYTE / 15));
        texts.put("signatures", "Kind regards\nAnna\n".repeat(MEGABYTE / 18));
        texts.put("quotes", "On 1 May 2024, x wrote\n".repeat(MEGABYTE / 24));
        texts.put("code", "QUJD".repeat(MEGABYTE / 4));
        texts.put("bits", "01010101 ".repeat(MEGABYTE / 9));
        texts.put("points", ".-".repeat(MEGABYTE / 2));
        texts.put("mixed scripts", "пaссwоrd αβγ 密码 كلمة ".repeat(MEGABYTE / 24));
        texts.put("binary", random(MEGABYTE, random -> (char) random.nextInt(256)));
        texts.put("any characters", random(MEGABYTE, random -> (char) random.nextInt(0x10000)));
        return texts;
    }

    /** Pieces that mean something, in an order that means nothing. */
    static String mixture(int seed, int pieces) {
        Random random = new Random(seed);
        return IntStream.range(0, pieces).mapToObj(i -> PIECES[random.nextInt(PIECES.length)]).collect(Collectors.joining());
    }

    private static String random(int length, Function<Random, Character> next) {
        Random random = new Random(1);
        StringBuilder text = new StringBuilder(length);
        IntStream.range(0, length).forEach(i -> text.append((char) next.apply(random)));
        return text.toString();
    }
}
