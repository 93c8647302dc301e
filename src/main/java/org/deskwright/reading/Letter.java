package org.deskwright.reading;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Takes a text apart as people see it: own words, another's mail below them, the signature. */
final class Letter {

    private static final int MOST_WORDS_IN_CLOSING = 6;
    private static final int MOST_LINES_IN_SIGNATURE = 15;

    private final Phrases closings;

    Letter(Phrases closings) {
        this.closings = closings;
    }

    PlainText read(String subject, String body) {
        Map<Removed, Integer> removed = new EnumMap<>(Removed.class);
        String shown = Markup.shown(Characters.plain(body, removed), removed);
        List<String> lines = shown.lines().toList();
        int quote = quote(lines);
        List<String> own = new ArrayList<>();
        List<String> quoted = new ArrayList<>();
        lines.subList(0, quote).forEach(line -> (line.startsWith(">") ? quoted : own).add(line));
        quoted.addAll(lines.subList(quote, lines.size()));
        int signature = signature(own);
        String text = joined(own.subList(0, signature));
        if (text.isEmpty()) {
            text = shown.strip();
            quoted.clear();
            signature = own.size();
        }
        note(Removed.QUOTE, quoted.size(), removed);
        note(Removed.SIGNATURE, own.size() - signature, removed);
        String line = Characters.plain(subject, removed).replace('\n', ' ').strip();
        return new PlainText(line, text, joined(quoted), joined(own.subList(signature, own.size())), removed);
    }

    private static int quote(List<String> lines) {
        int line = 0;
        while (line < lines.size() && (lines.get(line).isBlank() || !QuoteStart.at(lines, line))) {
            line++;
        }
        return line;
    }

    /** The last closing with no more than a signature's lines below it, or the usual mark of two dashes. */
    private int signature(List<String> lines) {
        int filled = 0;
        int start = lines.size();
        for (int line = lines.size() - 1; line > 0 && filled < MOST_LINES_IN_SIGNATURE; line--) {
            String words = lines.get(line);
            if (words.stripTrailing().equals("--")) {
                return line;
            }
            filled += words.isBlank() ? 0 : 1;
            if (isClosing(words)) {
                start = line;
            }
        }
        return start;
    }

    private boolean isClosing(String line) {
        if (line.isBlank() || line.length() > 80) {
            return false;
        }
        Words words = Words.of(line);
        return words.size() <= MOST_WORDS_IN_CLOSING && closings.in(words, Set.of("closing")).stream().anyMatch(hit -> hit.from() == 0);
    }

    private static void note(Removed what, int lines, Map<Removed, Integer> removed) {
        if (lines > 0) {
            removed.put(what, lines);
        }
    }

    private static String joined(List<String> lines) {
        return String.join("\n", lines).strip();
    }
}
