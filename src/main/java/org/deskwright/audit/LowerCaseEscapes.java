package org.deskwright.audit;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;

/** What JSON has no short escape for is written as RFC 8785 wants it, with lower-case digits. */
final class LowerCaseEscapes extends CharacterEscapes {

    private static final int FIRST_PRINTABLE = ' ';

    private final int[] escapes = standardAsciiEscapesForJSON();
    private final SerializableString[] texts = new SerializableString[FIRST_PRINTABLE];

    LowerCaseEscapes() {
        for (int character = 0; character < FIRST_PRINTABLE; character++) {
            if (escapes[character] == ESCAPE_STANDARD) {
                escapes[character] = ESCAPE_CUSTOM;
                texts[character] = new SerializedString("\\u%04x".formatted(character));
            }
        }
    }

    @Override
    public int[] getEscapeCodesForAscii() {
        return escapes;
    }

    @Override
    public SerializableString getEscapeSequence(int character) {
        return character < FIRST_PRINTABLE ? texts[character] : null;
    }
}
