package org.deskwright.reading;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** HTML in what came as plain text: as a browser would show it, if there is any. */
final class Markup {

    /** Line breaks of the text count unless one of these makes its own. */
    private static final Set<String> LAYOUT = Set.of("html", "body", "p", "div", "br", "table", "ul", "ol");
    private static final Set<String> INLINE = Set.of("span", "a", "b", "i", "u", "em", "strong", "font", "img", "style", "script", "small", "section",
            "article", "template", "noscript", "input", "svg", "details", "h1", "h2", "h3");
    private static final int LONGEST_NAME = 10;

    private Markup() {
    }

    static String shown(String text, Map<Removed, Integer> removed) {
        boolean layout = contains(text, LAYOUT);
        if (!layout && !text.contains("<!--") && !contains(text, INLINE)) {
            return text;
        }
        HtmlText html = HtmlText.read(layout ? text : "<pre>" + text);
        if (html.hidden() > 0) {
            removed.put(Removed.HIDDEN_MARKUP, html.hidden());
        }
        return html.text();
    }

    private static boolean contains(String text, Set<String> names) {
        for (int at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
            int start = text.startsWith("/", at + 1) ? at + 2 : at + 1;
            int end = start;
            while (end < text.length() && end - start <= LONGEST_NAME && Character.isLetterOrDigit(text.charAt(end))) {
                end++;
            }
            if (end < text.length() && ">/ \n\t".indexOf(text.charAt(end)) >= 0 && names.contains(text.substring(start, end).toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }
}
