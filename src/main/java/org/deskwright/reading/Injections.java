package org.deskwright.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Looks for what speaks to a machine: phrases of {@code instructions.txt} in all languages, and the tricks that hide words. */
final class Injections {

    private static final int MOST_NAMED = 8;
    private static final int FEW_INVISIBLE = 3;
    private static final int HINTS = 3;
    private static final int REPEATED = 8;
    private static final List<String> DELIMITERS = List.of("<|im_", "<|endoftext", "<|system", "<|user", "[inst]", "[/inst]", "<<sys", "###system", "### system",
            "### instruction", "###instruction", "[system]", "<system", "</system", "<prompt", "</prompt", "<instructions", "</s>", "```system", "<now entering",
            "\nassistant:", "\nsystem:", "\"confidence\"", "\"category\":", "\"action\":", "def override");
    private static final Map<String, InjectionSign> HEADINGS = Arrays.stream(InjectionSign.values())
            .collect(Collectors.toMap(sign -> sign.name().toLowerCase(Locale.ROOT), sign -> sign));

    private final Phrases phrases;

    Injections(Lexicons lexicons) {
        this.phrases = lexicons.ofAll("instructions");
    }

    /** {@code text} is all that came, with what people do not see of it. */
    InjectionSignal in(String text, Map<Removed, Integer> removed) {
        Map<InjectionSign, String> found = new EnumMap<>(InjectionSign.class);
        Words words = Words.of(text);
        said(words, found);
        Disguises.unmasked(words).ifPresent(plain -> {
            Map<InjectionSign, String> behind = new EnumMap<>(InjectionSign.class);
            said(Words.of(plain), behind);
            behind.values().stream().findFirst().ifPresent(phrase -> found.putIfAbsent(InjectionSign.DISGUISED, phrase));
        });
        Consumer<InjectionSign> noted = sign -> found.putIfAbsent(sign, sign.name().toLowerCase(Locale.ROOT));
        hidden(removed, noted);
        written(text, noted);
        if (isRepeated(words)) {
            noted.accept(InjectionSign.REPETITION);
        }
        Disguises.encoded(text, words).ifPresent(code -> found.putIfAbsent(InjectionSign.ENCODED, code));
        if (Disguises.isMixed(words)) {
            noted.accept(InjectionSign.DISGUISED);
        }
        return new InjectionSignal(found.keySet(), found.values().stream().limit(MOST_NAMED).toList());
    }

    private void said(Words words, Map<InjectionSign, String> found) {
        Set<String> hints = new HashSet<>();
        for (Phrases.Hit hit : phrases.in(words, HEADINGS.keySet())) {
            InjectionSign sign = HEADINGS.get(hit.heading());
            String phrase = words.written(hit.from(), hit.to());
            if (sign != InjectionSign.HINT) {
                found.putIfAbsent(sign, phrase);
            } else if (hints.size() < HINTS && hints.add(phrase.toLowerCase(Locale.ROOT)) && hints.size() == HINTS) {
                found.putIfAbsent(sign, String.join(", ", hints));
            }
        }
    }

    private static void hidden(Map<Removed, Integer> removed, Consumer<InjectionSign> noted) {
        if (removed.containsKey(Removed.TAGS) || removed.containsKey(Removed.DIRECTION) || removed.containsKey(Removed.HIDDEN_MARKUP)
                || removed.getOrDefault(Removed.INVISIBLE, 0) >= FEW_INVISIBLE) {
            noted.accept(InjectionSign.HIDDEN);
        }
    }

    private static void written(String text, Consumer<InjectionSign> noted) {
        String lower = text.toLowerCase(Locale.ROOT);
        int answer = lower.indexOf(" a: ");
        if (DELIMITERS.stream().anyMatch(lower::contains) || answer > 0 && lower.lastIndexOf("q: ", answer) >= 0 && lower.indexOf("q: ", answer) > 0) {
            noted.accept(InjectionSign.DELIMITER);
        }
        int picture = lower.indexOf("![");
        if (picture >= 0 && lower.indexOf("](http", picture) > 0) {
            noted.accept(InjectionSign.EXFILTRATION);
        }
    }

    private static boolean isRepeated(Words words) {
        List<Integer> runs = new ArrayList<>(List.of(0, 0, 0));
        for (int i = 0; i < words.size(); i++) {
            for (int period = 1; period <= runs.size(); period++) {
                boolean same = i >= period && words.at(i).plain().equals(words.at(i - period).plain());
                runs.set(period - 1, same ? runs.get(period - 1) + 1 : 0);
                if (runs.get(period - 1) >= REPEATED * period) {
                    return true;
                }
            }
        }
        return false;
    }
}
