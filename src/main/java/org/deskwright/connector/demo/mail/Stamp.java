package org.deskwright.connector.demo.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What this server says about a mail, on top of it: who signed in, and whether the mail is theirs (RFC 8601). Anything
 * that claims to be said by this server already is removed (section 5).
 */
final class Stamp {

    static final String SERVER = "desk.example.org";

    private Stamp() {
    }

    static byte[] on(Header header, Optional<Account> sender, String reversePath, String receivedFrom) {
        List<HeaderField> fields = new ArrayList<>();
        fields.add(new HeaderField("Authentication-Results", " " + results(header, sender)));
        fields.add(new HeaderField("Return-Path", " <" + reversePath + ">"));
        fields.add(new HeaderField("Received", " from " + receivedFrom + " by " + SERVER + " with "
                + (sender.isPresent() ? "ESMTPA" : "ESMTP") + ";\r\n "
                + DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now())));
        header.fields().stream().filter(field -> !field.is("Return-Path") && !isForged(field)).forEach(fields::add);
        return new Header(fields, header.bodyStart()).bytes();
    }

    private static String results(Header header, Optional<Account> sender) {
        Optional<String> from = from(header);
        boolean own = sender.isPresent() && sender.get().domain().equals(Accounts.DOMAIN)
                && from.filter(sender.get().address()::equals).isPresent();
        return SERVER + "; "
                + sender.map(account -> "auth=pass smtp.auth=" + value(account.login())).orElse("auth=none")
                + "; dmarc=" + (own ? "pass" : "fail")
                + from.map(Stamp::domain).filter(domain -> domain.matches("[a-z0-9.-]+"))
                .map(domain -> " header.from=" + domain).orElse("");
    }

    /** The one address of the one From field, lower case; empty if readers could disagree on who that is. */
    private static Optional<String> from(Header header) {
        List<HeaderField> fields = header.fields().stream().filter(field -> field.is("From")).toList();
        if (fields.size() != 1) {
            return Optional.empty();
        }
        try {
            String value = fields.get(0).unfolded();
            InternetAddress[] strictly = InternetAddress.parse(value, true);
            InternetAddress[] leniently = InternetAddress.parseHeader(value, false);
            boolean one = strictly.length == 1 && leniently.length == 1 && !strictly[0].isGroup()
                    && strictly[0].getAddress().equals(leniently[0].getAddress());
            return one ? Optional.of(strictly[0].getAddress().toLowerCase(Locale.ROOT)) : Optional.empty();
        } catch (AddressException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** One that cannot be read counts as forged: somebody else might read it after all. */
    private static boolean isForged(HeaderField field) {
        return field.is("Authentication-Results") && AuthservId.of(field.unfolded())
                .map(id -> id.replaceAll("\\.+$", "").equalsIgnoreCase(SERVER)).orElse(true);
    }

    private static String domain(String address) {
        return address.substring(address.lastIndexOf('@') + 1);
    }

    private static String value(String login) {
        return login.matches("[A-Za-z0-9._@+-]+") ? login : '"' + login.replaceAll("[\\p{Cntrl}\"\\\\]", "") + '"';
    }
}
