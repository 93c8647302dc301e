package org.deskwright.connector.mail;

import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the header says, cleaned and bounded. */
final class HeaderReading {

    private static final int MAX_SUBJECT = 1_000;
    private static final int MAX_NAME = 200;
    private static final int MAX_ID = 250;
    private static final int MAX_REFERENCES = 100;
    private static final int MAX_RESULTS = 50;
    private static final Pattern ID = Pattern.compile("<([^<>\\s]+)>");
    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s@<>,;:\"\\p{Cntrl}]{1,64}@[^\\s@<>,;:\"\\p{Cntrl}]{1,255}");

    private final MimeMessage message;

    HeaderReading(MimeMessage message) {
        this.message = message;
    }

    String subject() {
        return CleanText.line(Attempt.at(() -> decode(message.getHeader("Subject", null)), ""), MAX_SUBJECT);
    }

    Sender from() {
        InternetAddress first = Attempt.at(
                () -> InternetAddress.parseHeader(message.getHeader("From", ","), false)[0], null);
        if (first == null) {
            return new Sender(null, null);
        }
        String address = Attempt.at(() -> first.getAddress().strip().toLowerCase(Locale.ROOT), "");
        String name = CleanText.line(Attempt.at(first::getPersonal, ""), MAX_NAME);
        return new Sender(ADDRESS.matcher(address).matches() ? address : null, name.isEmpty() ? null : name);
    }

    /** A wrong year is a wrong date: no database takes every year that a Java date can have. */
    Instant sentAt() {
        Instant date = Attempt.at(() -> message.getSentDate().toInstant(), null);
        int year = date == null ? 0 : date.atOffset(ZoneOffset.UTC).getYear();
        return year >= 1970 && year <= 9999 ? date : null;
    }

    /** The header's, or one made of the content's hash; one too long to be kept is hashed too. */
    String messageId(Attempt<String> contentHash) {
        String header = Attempt.at(() -> message.getHeader("Message-ID", null), "");
        List<String> ids = ids(header);
        String bare = CleanText.line(header, MAX_ID * 4);
        String id = !ids.isEmpty() ? ids.get(0) : bare.matches("[^<>\\s]+") ? "<" + bare + ">" : "";
        if (id.isEmpty()) {
            return "<" + Attempt.at(contentHash, UUID.randomUUID().toString()) + "@content.invalid>";
        }
        return shortened(id);
    }

    List<String> references() {
        Set<String> all = new LinkedHashSet<>();
        for (String name : List.of("References", "In-Reply-To")) {
            ids(Attempt.at(() -> message.getHeader(name, " "), "")).forEach(id -> all.add(shortened(id)));
        }
        List<String> ids = new ArrayList<>(all);
        return List.copyOf(ids.subList(Math.max(0, ids.size() - MAX_REFERENCES), ids.size()));
    }

    List<String> authenticationResults() {
        String[] values = Attempt.at(() -> message.getHeader("Authentication-Results"), new String[0]);
        return Arrays.stream(values).limit(MAX_RESULTS)
                .map(value -> CleanText.line(MimeUtility.unfold(value), Integer.MAX_VALUE)).toList();
    }

    private static List<String> ids(String header) {
        Matcher matcher = ID.matcher(header);
        List<String> ids = new ArrayList<>();
        while (matcher.find()) {
            String id = CleanText.line(matcher.group(1), Integer.MAX_VALUE);
            if (!id.isEmpty()) {
                ids.add("<" + id + ">");
            }
        }
        return ids;
    }

    private static String shortened(String id) {
        return id.length() <= MAX_ID ? id : "<" + Attempt.at(() -> HexFormat.of().formatHex(
                MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8))), "")
                + "@long-id.invalid>";
    }

    private static String decode(String header) {
        String unfolded = MimeUtility.unfold(header);
        return Attempt.at(() -> MimeUtility.decodeText(unfolded), unfolded);
    }
}
