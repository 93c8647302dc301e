package org.deskwright.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever writes JSON by RFC 8785 with another program gets the same bytes. */
class CanonicalJsonTest {

    private static final String ALPHABET = "abzAZ019 _\"\\/\b\t\n\f\r\u0000\u0001\u000b\u001f\u007f\u0080\u2028\u2029äß€\ud83d\ude00\ufb33\uffff";

    /** The RFC's own example of an order: by UTF-16, so the emoji stands before U+FB33. */
    @Test
    void namesAreOrderedAsTheRfcOrdersThem() {
        assertThat(CanonicalJson.of(Map.of("\u20ac", "Euro Sign", "\r", "Carriage Return", "\ufb33", "Hebrew Letter Dalet With Dagesh", "1", "One",
                "\ud83d\ude00", "Emoji: Grinning Face", "\u0080", "Control", "\u00f6", "Latin Small Letter O With Diaeresis")))
                .isEqualTo("{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\",\"\u00f6\":\"Latin Small Letter O With Diaeresis\","
                        + "\"\u20ac\":\"Euro Sign\",\"\ud83d\ude00\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void anythingIsWrittenAsTheReferenceWritesIt(long seed) throws Exception {
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            Map<String, Object> content = object(random, 3);
            assertThat(CanonicalJson.of(content)).isEqualTo(new JsonCanonicalizer(CanonicalJson.JSON.writeValueAsString(content)).getEncodedString());
        }
    }

    private static Object value(Random random, int depth) {
        return switch (random.nextInt(depth == 0 ? 8 : 10)) {
            case 0 -> null;
            case 1 -> random.nextBoolean();
            case 2 -> random.nextInt();
            case 3 -> (1L << 53) - random.nextInt(3) + random.nextInt(3);
            case 4 -> random.nextInt(20) == 0 ? random.nextDouble() * 1e25 : 0;
            case 8 -> list(random, depth - 1);
            case 9 -> object(random, depth - 1);
            default -> text(random);
        };
    }

    private static List<Object> list(Random random, int depth) {
        List<Object> list = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            list.add(value(random, depth));
        }
        return list;
    }

    private static Map<String, Object> object(Random random, int depth) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            object.put(text(random), value(random, depth));
        }
        return object;
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            text.appendCodePoint(ALPHABET.codePointAt(ALPHABET.offsetByCodePoints(0, random.nextInt(ALPHABET.codePointCount(0, ALPHABET.length())))));
        }
        return text.toString();
    }
}
