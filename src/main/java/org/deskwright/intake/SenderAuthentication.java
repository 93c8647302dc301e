package org.deskwright.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Whether our own mail server vouches for the sender: its topmost stamp (RFC 8601) carries our authserv-id and a DMARC pass
 * for the From address's domain. Stamps of others prove nothing.
 */
record SenderAuthentication(String authservId) {

    private static final Pattern DMARC_PASS = Pattern.compile("\\s*dmarc\\s*=\\s*pass(\\s.*)?", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern HEADER_FROM = Pattern.compile("(?<!\\S)header\\.from\\s*=\\s*(\\S+)", Pattern.CASE_INSENSITIVE);

    boolean passed(IncomingMail mail) {
        List<String> stamps = mail.authenticationResults();
        if (stamps.isEmpty() || mail.from() == null || !mail.from().contains("@")) {
            return false;
        }
        List<String> parts = parts(stamps.get(0));
        if (!parts.get(0).strip().equalsIgnoreCase(authservId)) {
            return false;
        }
        String domain = mail.from().substring(mail.from().lastIndexOf('@') + 1);
        return parts.stream().skip(1).filter(part -> DMARC_PASS.matcher(part).matches()).anyMatch(part -> isFor(domain, part));
    }

    private static boolean isFor(String domain, String result) {
        List<String> passed = HEADER_FROM.matcher(result).results().map(found -> found.group(1)).toList();
        return passed.size() == 1 && passed.get(0).equalsIgnoreCase(domain);
    }

    /**
     * The stamp at its semicolons, with quoted text and comments left out (RFC 5322): servers copy into those what the
     * sender chose, and that must not pass for a result of theirs.
     */
    private static List<String> parts(String stamp) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        boolean quoted = false;
        int comments = 0;
        for (int i = 0; i < stamp.length(); i++) {
            char c = stamp.charAt(i);
            if (c == '\\') {
                i++;
            } else if (quoted) {
                quoted = c != '"';
            } else if (c == '(' || c == ')') {
                comments = Math.max(0, comments + (c == '(' ? 1 : -1));
                part.append(' ');
            } else if (comments == 0 && c == ';') {
                parts.add(part.toString());
                part.setLength(0);
            } else if (comments == 0) {
                quoted = c == '"';
                part.append(c);
            }
        }
        parts.add(part.toString());
        return parts;
    }
}
