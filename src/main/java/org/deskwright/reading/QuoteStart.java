package org.deskwright.reading;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Where mail programs begin to repeat the mail that is answered, in five languages. It looks at a few short lines at a time:
 * a pattern over a whole mail took minutes on a million line feeds.
 */
public final class QuoteStart {

    private static final int LONGEST_LINE = 400;
    private static final Pattern ATTRIBUTION = Pattern.compile("(?iu)(On .{5,200} wrote\\h*:|Am .{5,200} schrieb.*:|Le .{5,200} a écrit\\h*:"
            + "|El .{5,200} escribió\\h*:|Em .{5,200} escreveu\\h*:)");
    private static final Pattern ATTRIBUTION_BEGINS = Pattern.compile("(?iu)(On|Am|Le|El|Em) .+");
    /** An address or a date: two lines of ordinary prose must not pass for an attribution. */
    private static final Pattern ADDRESS_OR_DATE = Pattern.compile("@|(?<!\\d)(19|20)\\d\\d(?!\\d)|\\d{1,2}[./-]\\d{1,2}[./-]\\d{2}");
    private static final Pattern RULE = Pattern.compile(
            "(?iu)-{2,}+\\h*(Original Message|Ursprüngliche Nachricht|Message d['’]origine|Mensaje original|Mensagem original)\\h*-{2,}|_{10,}+");
    /** Outlook's block: sender, then date, perhaps after a sender's line that was wrapped; the labels may be bold. */
    private static final Pattern SENDER = Pattern.compile("(?iu)\\*?(From|Von|De)\\h*:.+");
    private static final Pattern SENT = Pattern.compile("(?iu)\\*?(Sent|Gesendet|Envoyé|Enviad[oa])( (le|el|em))?\\h*:.+");

    private QuoteStart() {
    }

    public static boolean at(List<String> lines, int index) {
        String line = line(lines, index);
        return RULE.matcher(line).matches() || ATTRIBUTION.matcher(line).matches() || isWrapped(line, line(lines, index + 1))
                || SENDER.matcher(line).matches() && (isSent(lines, index + 1) || isSent(lines, index + 2));
    }

    private static boolean isWrapped(String line, String next) {
        String joined = line + " " + next;
        return ATTRIBUTION_BEGINS.matcher(line).matches() && ATTRIBUTION.matcher(joined).matches() && ADDRESS_OR_DATE.matcher(joined).find();
    }

    private static boolean isSent(List<String> lines, int index) {
        return SENT.matcher(line(lines, index)).matches();
    }

    private static String line(List<String> lines, int index) {
        String line = index < lines.size() ? lines.get(index) : "";
        return line.length() > LONGEST_LINE ? "" : line.strip();
    }
}
