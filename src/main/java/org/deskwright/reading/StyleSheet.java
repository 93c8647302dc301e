package org.deskwright.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Finds what a mail's own style sheets hide. Rules inside {@code @media} are for some screens: they do not count. */
final class StyleSheet {

    private static final int MAX_CSS = 64 * 1024;
    private static final int MAX_RULES = 200;

    private StyleSheet() {
    }

    static List<Element> hiding(Document document, Predicate<String> hides) {
        String sheets = document.select("style").stream().map(Element::data).collect(Collectors.joining("\n"));
        String css = sheets.substring(0, Math.min(sheets.length(), MAX_CSS));
        List<Element> hidden = new ArrayList<>();
        int rules = 0;
        int start = 0;
        int depth = 0;
        int open = 0;
        for (int i = 0; i < css.length() && rules < MAX_RULES; i++) {
            if (css.charAt(i) == '{' && depth++ == 0) {
                open = i;
            } else if (css.charAt(i) == '}' && depth > 0 && --depth == 0) {
                String selector = css.substring(start, open).replaceAll("(?s)/\\*.*?\\*/|<!--|-->", "").strip();
                String declarations = css.substring(open + 1, i);
                if (!selector.isEmpty() && !selector.startsWith("@") && hides.test(declarations)) {
                    hidden.addAll(selected(document, selector));
                    rules++;
                }
                start = i + 1;
            }
        }
        return hidden;
    }

    /** Nothing for what is no selector, in whatever way a hostile sheet makes its parser fail. */
    private static List<Element> selected(Document document, String selector) {
        try {
            return document.select(selector);
        } catch (RuntimeException | StackOverflowError e) {
            return List.of();
        }
    }
}
