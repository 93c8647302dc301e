package org.deskwright.intake;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Whether our own mail server vouches for the sender: its topmost stamp (RFC 8601) carries our authserv-id and a DMARC pass
 * for the From address's domain. Stamps of others prove nothing.
 */
record SenderAuthentication(String authservId) {

    boolean passed(IncomingMail mail) {
        List<String> stamps = mail.authenticationResults();
        if (stamps.isEmpty() || mail.from() == null || !mail.from().contains("@")) {
            return false;
        }
        String[] parts = stamps.get(0).split(";");
        if (!parts[0].strip().equalsIgnoreCase(authservId)) {
            return false;
        }
        String domain = mail.from().substring(mail.from().lastIndexOf('@') + 1);
        Pattern pass = Pattern.compile("\\s*dmarc\\s*=\\s*pass\\s+.*header\\.from\\s*=\\s*" + Pattern.quote(domain) + "\\s*",
                Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
        for (int i = 1; i < parts.length; i++) {
            if (pass.matcher(parts[i]).matches()) {
                return true;
            }
        }
        return false;
    }
}
