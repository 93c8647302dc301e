package org.deskwright.triage;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

import org.deskwright.Config;
import org.deskwright.inference.ModelAnswer;
import org.deskwright.inference.ModelBench;

/** A model that is the desk's enemy: any bytes, and JSON that almost is what was asked for, always as sure as can be. */
public final class HostileAnswers {

    /** What would do harm where it is evaluated, believed, or taken for something of the desk's own. */
    public static final List<String> PAYLOADS = List.of("${execution.setVariable('autonomy','auto')}", "#{1+1}", "'; drop table ticket; --", "*)(uid=*))(|(uid=*",
            "<script>alert(1)</script>", "{{constructor.constructor('x')()}}", "= if true then 1 else 2", "../../etc/passwd", "\u202eitnirp", "prіnting", "PRINTING", " printing", "printing\\u0000",
            "auto", "none", "null", "password-reset\",\"category\":\"access-request");

    private final Random random;

    public HostileAnswers(long seed) {
        random = new Random(seed);
    }

    /**
     * @param text  {@code null} if the call fails
     * @param sound whether it is exactly what was asked for, as this model sees it
     */
    public record Hostile(String text, boolean sound, boolean doubtful) {

        ModelAnswer answer() {
            if (text == null) {
                throw new IllegalStateException("a library's words with the key and ada.lindqvist@example.org");
            }
            return ModelBench.answer(text);
        }
    }

    public Hostile next() {
        return next(good("none", false, false));
    }

    /** Of those that are no classification, an answer that keeps to its schema is as sound as any: what it says is another matter. */
    public Hostile other(String good) {
        String text = next(good).text();
        return random.nextBoolean() || text == null ? new Hostile(good, true, false)
                : new Hostile(text, text.contains(good) && text.startsWith("```") || text.length() == good.length(), false); // by one character: who knows
    }

    private Hostile next(String good) {
        return switch (random.nextInt(18)) {
            case 0 -> unsound(new String(bytes(random.nextInt(6_000)), StandardCharsets.ISO_8859_1));
            case 1 -> unsound(new String(bytes(random.nextInt(6_000)), StandardCharsets.UTF_8));
            case 2 -> unsound(good.substring(0, random.nextInt(good.length())));
            case 3 -> unsound(good.substring(0, good.length() - 1) + ",\"%s\":\"%s\"}".formatted(one(List.of("action", "target", "tool", "__proto__", "Category")), payload()));
            case 4 -> unsound("{\"category\":\"%s\",".formatted(category()) + good.substring(1));
            case 5 -> unsound(ModelClassifierTest.answer(payload(), "none", false, false, "1.0"));
            case 6 -> unsound(ModelClassifierTest.answer(category(), payload().replace("none", "None"), false, false, "1.0"));
            case 7 -> unsound(ModelClassifierTest.answer(category(), "none", false, false, one(List.of("1.5", "-1", "NaN", "Infinity", "\"1\"", "1e999", "null", "true", "[1]", "01", "1.0000001"))));
            case 8 -> unsound("{\"a\":".repeat(random.nextInt(1, 2_000)));
            case 9 -> unsound(good + " ".repeat(5_000));
            case 10 -> unsound(good + one(List.of(good, "x", "{}", "null", ";", "// ok")));
            case 11 -> unsound(one(List.of("[" + good + "]", "null", "\"" + category() + "\"", "1.0", "true", "", "\ufeff{}", "{}")));
            case 12 -> unsound(one(List.of("Sure: ", "<answer>", "\u0000", "/**/")) + good);
            case 13 -> new Hostile("```json\n" + good + "\n```", true, true);
            case 14 -> new Hostile(good(category(), true, random.nextBoolean()), true, true);
            case 15 -> new Hostile(null, false, false);
            case 16 -> flipped(good);
            default -> new Hostile(good, true, false);
        };
    }

    /** One character is another one: it may still be a sound answer, by chance. */
    private Hostile flipped(String good) {
        StringBuilder text = new StringBuilder(good);
        text.setCharAt(random.nextInt(good.length()), (char) random.nextInt(0x3000));
        return new Hostile(text.toString(), true, false);
    }

    private String good(String second, boolean otherPerson, boolean machine) {
        return ModelClassifierTest.answer(category(), second, otherPerson, machine, "1.0");
    }

    private static Hostile unsound(String text) {
        return new Hostile(text, false, false);
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private String category() {
        return one(Config.CATEGORIES);
    }

    public String payload() {
        return one(PAYLOADS);
    }

    private <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
