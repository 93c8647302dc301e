package org.deskwright.connector.mail;

import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Whether a machine wrote a mail, so that no machine answers it (RFC 3834 section 2). */
final class Automatic {

    private static final Set<String> PRECEDENCES = Set.of("bulk", "junk", "list", "auto_reply");

    private Automatic() {
    }

    static boolean is(MimeMessage message) {
        return values(message, "Auto-Submitted").anyMatch(value -> !value.equals("no"))
                || values(message, "Precedence").anyMatch(PRECEDENCES::contains)
                || values(message, "X-Auto-Response-Suppress").anyMatch(value -> !value.equals("none"))
                || values(message, "List-Id").findAny().isPresent()
                || values(message, "Return-Path").anyMatch(value -> value.equals("<>"))
                || Attempt.at(() -> message.getContentType().strip().toLowerCase(Locale.ROOT)
                        .startsWith("multipart/report"), false);
    }

    /** Lower case, without comments and parameters. */
    private static Stream<String> values(MimeMessage message, String name) {
        String[] values = Attempt.at(() -> message.getHeader(name), new String[0]);
        return Arrays.stream(values).map(value -> value.replaceAll("\\([^()]*\\)", "").replaceAll("\\s+", "")
                .toLowerCase(Locale.ROOT)).map(value -> value.split(";", 2)[0]);
    }
}
