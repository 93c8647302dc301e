package org.deskwright.reading;

import java.lang.Character.UnicodeScript;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words made unreadable for people, or for whoever looks for words: codes, foreign letters, letters apart. */
final class Disguises {

    /** What a picture or a certificate decodes to is no text, and no disguise of one. */
    private static final double LETTERS_OF_TEXT = 0.9;
    private static final int LETTERS_APART = 8;
    private static final int SHORTEST_CODE = 12;
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]{24,4000}+={0,2}");
    private static final Pattern HEX = Pattern.compile("(?:[0-9a-fA-F]{2}[ :]?+){12,200}+");
    private static final Pattern BITS = Pattern.compile("(?:[01]{8}[ ]?+){6,100}+");
    private static final Pattern MORSE = Pattern.compile("(?:[.-]{1,6}[ /]{1,3}+){8,100}+");
    private static final String FIGURES = "013457@$";
    private static final String LETTERS = "oieastas";
    private static final List<String> CIPHERED = List.of("the", "and", "that", "what", "are", "was", "for", "you", "this", "with", "ignore", "previous", "password");

    private Disguises() {
    }

    /** Which code, if there is a text in one. */
    static Optional<String> encoded(String text, Words words) {
        if (isText(text, BASE64, run -> Base64.getDecoder().decode(run.substring(0, run.replace("=", "").length() / 4 * 4)))) {
            return Optional.of("base64");
        }
        if (isText(text, HEX, Disguises::fromHex)) {
            return Optional.of("hexadecimal");
        }
        if (BITS.matcher(text).find()) {
            return Optional.of("binary");
        }
        if (MORSE.matcher(text).results().anyMatch(run -> run.group().contains(".-") || run.group().contains("-."))) {
            return Optional.of("morse");
        }
        return isCiphered(words) ? Optional.of("cipher") : Optional.empty();
    }

    /** Letters of two alphabets in one word, or a row of single letters. */
    static boolean isMixed(Words words) {
        int apart = 0;
        for (int i = 0; i < words.size(); i++) {
            String word = words.at(i).plain();
            apart = word.length() == 1 && Character.isLetter(word.charAt(0)) ? apart + 1 : 0;
            if (apart == LETTERS_APART || isMixed(word)) {
                return true;
            }
        }
        return false;
    }

    /** The text with letters for figures, if words mix them. */
    static Optional<String> unmasked(Words words) {
        StringBuilder plain = new StringBuilder();
        int masked = 0;
        for (int i = 0; i < words.size(); i++) {
            String word = words.at(i).plain();
            boolean mixes = word.length() > 3 && word.chars().anyMatch(Character::isDigit) && word.chars().filter(Character::isLetter).count() > 1;
            masked += mixes ? 1 : 0;
            plain.append(mixes ? letters(word) : word).append(' ');
        }
        return masked > 1 ? Optional.of(plain.toString()) : Optional.empty();
    }

    private static String letters(String word) {
        StringBuilder letters = new StringBuilder();
        word.chars().forEach(c -> letters.append(FIGURES.indexOf(c) < 0 ? (char) c : LETTERS.charAt(FIGURES.indexOf(c))));
        return letters.toString();
    }

    private static boolean isMixed(String word) {
        int latin = 0;
        int foreign = 0;
        for (int i = 0; i < word.length(); i++) {
            UnicodeScript script = UnicodeScript.of(word.charAt(i));
            latin += script == UnicodeScript.LATIN ? 1 : 0;
            // mu is a unit
            foreign += script == UnicodeScript.CYRILLIC || script == UnicodeScript.GREEK && word.charAt(i) != 'μ' ? 1 : 0;
        }
        return latin > 0 && foreign > 0 && latin + foreign > 3;
    }

    private static boolean isText(String text, Pattern code, Function<String, byte[]> decoder) {
        Matcher runs = code.matcher(text);
        while (runs.find()) {
            byte[] decoded = decoder.apply(runs.group());
            String words = new String(decoded, StandardCharsets.ISO_8859_1);
            long letters = words.chars().filter(c -> c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || " .,:;'\"!?<>/=-\n".indexOf(c) >= 0).count();
            if (decoded.length >= SHORTEST_CODE && letters >= LETTERS_OF_TEXT * decoded.length && words.indexOf(' ') > 0) {
                return true;
            }
        }
        return false;
    }

    private static byte[] fromHex(String run) {
        String digits = run.replace(" ", "").replace(":", "");
        byte[] decoded = new byte[digits.length() / 2];
        for (int i = 0; i < decoded.length; i++) {
            decoded[i] = (byte) Integer.parseInt(digits.substring(2 * i, 2 * i + 2), 16);
        }
        return decoded;
    }

    /** Usual words with all letters moved on by the same number, as in ROT13: two of them, the same number for both. */
    private static boolean isCiphered(Words words) {
        Map<Integer, Set<String>> byShift = new HashMap<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.at(i).plain();
            for (int shift : Shifts.OF.getOrDefault(word, List.of())) {
                Set<String> found = byShift.computeIfAbsent(shift, key -> new HashSet<>());
                found.add(word);
                if (found.size() > 2) {
                    return true;
                }
            }
        }
        return false;
    }

    private static final class Shifts {
        static final Map<String, List<Integer>> OF = all();

        private static Map<String, List<Integer>> all() {
            Map<String, List<Integer>> shifts = new HashMap<>();
            for (String word : CIPHERED) {
                for (int shift = 1; shift < 26; shift++) {
                    StringBuilder moved = new StringBuilder();
                    int by = shift;
                    word.chars().forEach(c -> moved.append((char) ('a' + (c - 'a' + by) % 26)));
                    shifts.computeIfAbsent(moved.toString(), key -> new ArrayList<>()).add(shift);
                }
            }
            return shifts;
        }
    }
}
