package org.deskwright.reading;

import java.text.Normalizer;
import java.util.EnumMap;
import java.util.Map;

/**
 * Text in NFKC, and without characters that show nothing. Long runs of marks are cut before they are normalised: putting
 * them in order takes time that grows with the square of their number (UAX 15, stream-safe text).
 */
final class Characters {

    /** Sixty pages. Nobody who wants help writes more, and what stands behind is neither read nor passed on. */
    static final int MOST = 1 << 17;

    private static final int MOST_MARKS = 8;
    private static final int BLACK_FLAG = 0x1F3F4;

    private final StringBuilder text;
    private final Map<Removed, Integer> removed = new EnumMap<>(Removed.class);
    private int marks;
    private int before;

    private Characters(int length) {
        this.text = new StringBuilder(length);
    }

    /** Counts what is taken out in {@code removed}. */
    static String plain(String text, Map<Removed, Integer> removed) {
        int end = Math.min(text.length(), MOST);
        Characters characters = new Characters(end);
        for (int i = 0; i < end; ) {
            int character = text.codePointAt(i);
            i += Character.charCount(character);
            characters.add(character, i < end ? text.codePointAt(i) : ' ');
        }
        String normal = Normalizer.normalize(characters.text, Normalizer.Form.NFKC);
        if (text.length() > MOST || normal.length() > MOST) {
            characters.remove(Removed.OVERLENGTH);
        }
        characters.removed.forEach((what, count) -> removed.merge(what, count, Integer::sum));
        return normal.length() > MOST ? normal.substring(0, MOST) : normal;
    }

    private void add(int character, int next) {
        if (character == '\r' || character == 0x85 || character == 0x2028 || character == 0x2029) {
            append(next == '\n' ? -1 : '\n');
        } else if (character >= 0xE0000 && character <= 0xE007F) {
            if (before != BLACK_FLAG) {
                remove(Removed.TAGS);
            }
        } else if (character == 0x202D || character == 0x202E) {
            remove(Removed.DIRECTION);
        } else if (isInvisible(character)) {
            if (character != 0xAD && isEuropeanLetter(before) && isEuropeanLetter(next)) {
                remove(Removed.INVISIBLE);
            }
        } else if (isRubbish(character)) {
            remove(Removed.RUBBISH);
        } else {
            append(character);
        }
    }

    private void append(int character) {
        if (character < 0) {
            return;
        }
        int type = Character.getType(character);
        boolean mark = type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.COMBINING_SPACING_MARK;
        marks = mark ? marks + 1 : 0;
        if (marks > MOST_MARKS) {
            remove(Removed.RUBBISH);
            return;
        }
        text.appendCodePoint(character);
        before = character;
    }

    private void remove(Removed what) {
        removed.merge(what, 1, Integer::sum);
    }

    private static boolean isInvisible(int character) {
        return character >= 0x200B && character <= 0x200F || character >= 0x202A && character <= 0x202C || character >= 0x2060 && character <= 0x206F
                || character >= 0xFE00 && character <= 0xFE0F || character >= 0xE0080 && character <= 0xE0FFF || character >= 0x180B && character <= 0x180F
                || character >= 0xFFF9 && character <= 0xFFFB || character == 0xAD || character == 0x34F || character == 0x61C || character == 0x115F
                || character == 0x1160 || character == 0x17B4 || character == 0x17B5 || character == 0x3164 || character == 0xFEFF || character == 0xFFA0;
    }

    private static boolean isRubbish(int character) {
        return Character.getType(character) == Character.SURROGATE
                || Character.isISOControl(character) && character != '\n' && character != '\t';
    }

    private static boolean isEuropeanLetter(int character) {
        return Character.isLetter(character) && switch (Character.UnicodeScript.of(character)) {
            case LATIN, GREEK, CYRILLIC -> true;
            default -> false;
        };
    }
}
