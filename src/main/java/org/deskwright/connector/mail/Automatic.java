package org.deskwright.connector.mail;

import jakarta.mail.Header;
import jakarta.mail.internet.MimeMessage;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Whether a machine wrote or spread a mail, so that no machine answers it (RFC 3834 section 2, RFC 2369, RFC 2919). */
final class Automatic {

    private static final Set<String> PRECEDENCES = Set.of("bulk", "junk", "list", "auto_reply");
    private static final int LONGEST = 200;

    private Automatic() {
    }

    /** The first header that says so, with its value, or {@code null}. */
    static String sign(MimeMessage message) {
        return headers(message).stream().filter(header -> isSign(header.getName().toLowerCase(Locale.ROOT), word(header)))
                .findFirst().map(header -> CleanText.line(header.getName() + ": " + header.getValue(), LONGEST)).orElse(null);
    }

    private static List<Header> headers(MimeMessage message) {
        return Attempt.at(() -> Collections.list(message.getAllHeaders()), List.<Header>of());
    }

    private static boolean isSign(String name, String word) {
        return switch (name) {
            case "auto-submitted" -> !word.equals("no");
            case "precedence" -> PRECEDENCES.contains(word);
            case "x-auto-response-suppress" -> !word.equals("none");
            case "x-autoreply", "x-autorespond" -> !word.equals("no");
            case "return-path" -> word.equals("<>");
            case "content-type" -> word.equals("multipart/report");
            default -> name.startsWith("list-");
        };
    }

    /** Lower case, without comments and parameters. */
    private static String word(Header header) {
        String value = header.getValue() == null ? "" : header.getValue();
        return value.replaceAll("\\([^()]*\\)", "").replaceAll("\\s+", "").toLowerCase(Locale.ROOT).split(";", 2)[0];
    }
}
