package org.deskwright.connector.mail;

import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeUtility;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a part says it is.
 *
 * @param media    lower case, without parameters; {@code text/plain} if it says nothing (RFC 2045 section 5.2)
 * @param charset  as named there, or {@code null}
 * @param fileName decoded, as the sender wrote it, or {@code null}
 * @param attached whether its disposition says so (RFC 2183)
 */
record PartType(String media, String charset, String fileName, boolean attached) {

    private static final Pattern MEDIA = Pattern.compile("\\s*([\\w.+-]{1,60}/[\\w.+-]{1,100})");
    private static final Pattern CHARSET = Pattern.compile("charset\\s*=\\s*\"?([\\w.:+-]+)", Pattern.CASE_INSENSITIVE);

    static PartType of(Part part) {
        String header = Attempt.at(part::getContentType, "text/plain");
        Matcher media = MEDIA.matcher(header);
        String fallback = header.isBlank() ? "text/plain" : "application/octet-stream";
        String fileName = Attempt.at(part::getFileName, null);
        return new PartType(media.lookingAt() ? media.group(1).toLowerCase(Locale.ROOT) : fallback, charset(header),
                fileName == null ? null : Attempt.at(() -> MimeUtility.decodeText(fileName), fileName),
                Attempt.at(() -> Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition()), false));
    }

    boolean isFile() {
        return attached || fileName != null && !fileName.isBlank();
    }

    private static String charset(String header) {
        String parsed = Attempt.at(() -> new ContentType(header).getParameter("charset"), null);
        if (parsed != null) {
            return parsed;
        }
        Matcher matcher = CHARSET.matcher(header);
        return matcher.find() ? matcher.group(1) : null;
    }
}
