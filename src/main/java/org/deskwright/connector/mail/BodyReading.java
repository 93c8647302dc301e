package org.deskwright.connector.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.deskwright.intake.Enclosure;
import org.deskwright.reading.HtmlText;

/** Walks the parts of a mail: what is to be read becomes text, everything else an attachment. */
final class BodyReading {

    private static final int MAX_DEPTH = 20;
    private static final int MAX_PARTS = 200;
    private static final int MAX_ATTACHED = 25 * 1024 * 1024;
    /** Read of one part, and kept of all together. */
    private static final int MAX_TEXT_BYTES = 5 * 1024 * 1024;
    private static final int MAX_TEXT = 1_000_000;
    private static final Set<String> TEXTS =
            Set.of("text/plain", "text/html", "text/markdown", "text/enriched", "text/richtext");

    private final List<Enclosure> attachments = new ArrayList<>();
    private String text = "";
    private boolean oversized;
    private int parts;
    private int attached;

    private BodyReading() {
    }

    static BodyReading of(Part message) {
        BodyReading reading = new BodyReading();
        reading.text = CleanText.lines(Attempt.at(() -> reading.read(message, 0).text(), ""), MAX_TEXT);
        return reading;
    }

    String text() {
        return text;
    }

    List<Enclosure> attachments() {
        return List.copyOf(attachments);
    }

    boolean isOversized() {
        return oversized;
    }

    private record Piece(String text, boolean fromHtml) {

        static final Piece NONE = new Piece("", false);

        boolean isBlank() {
            return text.isBlank();
        }
    }

    private Piece read(Part part, int depth) {
        if (++parts > MAX_PARTS || depth > MAX_DEPTH) {
            oversized = true;
            return Piece.NONE;
        }
        PartType type = PartType.of(part);
        if (type.media().startsWith("multipart/")) {
            Multipart children = Attempt.at(() -> (Multipart) part.getContent(), null);
            int count = children == null ? 0 : Attempt.at(children::getCount, 0);
            // no parts to be found in it: whatever stands there is better than nothing
            return count > 0 ? read(children, count, type, depth) : new Piece(decoded(part, type), false);
        }
        if (TEXTS.contains(type.media()) && !type.isFile()) {
            boolean html = type.media().equals("text/html");
            String decoded = decoded(part, type);
            return new Piece(html ? Attempt.at(() -> HtmlText.of(decoded), "") : decoded, html);
        }
        attach(part, type);
        return Piece.NONE;
    }

    private Piece read(Multipart children, int count, PartType type, int depth) {
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < count && parts <= MAX_PARTS; i++) {
            int index = i;
            Part child = Attempt.at(() -> children.getBodyPart(index), null);
            if (child != null) {
                Piece piece = Attempt.at(() -> read(child, depth + 1), Piece.NONE);
                if (!piece.isBlank()) {
                    pieces.add(piece);
                }
            }
        }
        if (type.media().equals("multipart/alternative")) {
            return pieces.stream().filter(piece -> !piece.fromHtml()).findFirst()
                    .orElse(pieces.isEmpty() ? Piece.NONE : pieces.get(0));
        }
        return new Piece(pieces.stream().map(Piece::text).collect(Collectors.joining("\n\n")),
                !pieces.isEmpty() && pieces.stream().allMatch(Piece::fromHtml));
    }

    private static String decoded(Part part, PartType type) {
        return PartText.decode(bytes(part, MAX_TEXT_BYTES), type.charset());
    }

    private void attach(Part part, PartType type) {
        int left = MAX_ATTACHED - attached;
        byte[] content = bytes(part, left + 1);
        if (content.length > left) {
            oversized = true;
            return;
        }
        attached += content.length;
        attachments.add(new Enclosure(FileNames.of(type, attachments.size() + 1), type.media(), content));
    }

    /** At most {@code max}; from a part whose encoding is broken or unknown, what can be had of it. */
    private static byte[] bytes(Part part, int max) {
        try (InputStream in = part.getInputStream()) {
            return in.readNBytes(max);
        } catch (IOException | MessagingException | RuntimeException e) {
            return RawContent.of(part, max);
        }
    }
}
