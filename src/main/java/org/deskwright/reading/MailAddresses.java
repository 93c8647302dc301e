package org.deskwright.reading;

import java.util.ArrayList;
import java.util.List;

/** Mail addresses in a text, from the @ to both sides: no pattern that begins anew at every letter. */
final class MailAddresses {

    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_DOMAIN = 190;

    private MailAddresses() {
    }

    static List<String> in(String text) {
        List<String> found = new ArrayList<>();
        for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
            int start = at;
            while (start > 0 && at - start < LONGEST_NAME && isPart(text.charAt(start - 1))) {
                start--;
            }
            int end = at + 1;
            while (end < text.length() && end - at < LONGEST_DOMAIN && isPart(text.charAt(end))) {
                end++;
            }
            while (end > at && !Character.isLetterOrDigit(text.charAt(end - 1))) {
                end--;
            }
            if (start < at && text.substring(at, end).indexOf('.') > 1) {
                found.add(text.substring(start, end));
            }
        }
        return found.stream().distinct().toList();
    }

    private static boolean isPart(char c) {
        return Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '_' || c == '+';
    }
}
