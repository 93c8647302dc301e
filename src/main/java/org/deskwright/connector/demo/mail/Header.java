package org.deskwright.connector.demo.mail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A mail's header, read as leniently as any reader after us might (bare CR or LF ends a line too) and written again
 * strictly, so that nobody later sees a field that we did not see. What is no field ends the header.
 *
 * @param bodyStart what of the body was read already, line end included
 */
record Header(List<HeaderField> fields, String bodyStart) {

    private static final int MAX_BYTES = 256 * 1024;
    private static final Pattern NAME = Pattern.compile("[!-9;-~]+");
    private static final Pattern CONTROLS = Pattern.compile("[\\x00-\\x08\\x0A-\\x1F\\x7F]");

    static Header read(InputStream data) throws IOException, MailRefused {
        PushbackInputStream in = new PushbackInputStream(data, 1);
        List<HeaderField> fields = new ArrayList<>();
        int left = MAX_BYTES;
        boolean first = true;
        for (Line line = line(in, left); line != null; line = line(in, left)) {
            left -= line.text().length() + 2;
            String text = CONTROLS.matcher(line.text()).replaceAll("");
            if (text.isEmpty()) {
                return new Header(fields, line.rest());
            }
            if (text.startsWith(" ") || text.startsWith("\t")) {
                // a continuation of nothing is dropped: in front of the others it would continue our own stamp
                if (!fields.isEmpty() && !text.isBlank()) {
                    HeaderField last = fields.remove(fields.size() - 1);
                    fields.add(new HeaderField(last.name(), last.value() + "\r\n" + text));
                }
            } else if (!(first && (text.startsWith("From ") || text.startsWith(">From ")))) {
                int colon = text.indexOf(':');
                String name = colon < 0 ? "" : text.substring(0, colon).trim();
                if (!NAME.matcher(name).matches()) {
                    return new Header(fields, text + "\r\n" + line.rest());
                }
                fields.add(new HeaderField(name, text.substring(colon + 1)));
            }
            first = false;
            if (!line.rest().isEmpty()) {
                in.unread(line.rest().charAt(0));
            }
        }
        return new Header(fields, "");
    }

    private record Line(String text, String rest) {
    }

    /** {@code rest} is the one byte that was read too far to know that a CR stood alone. */
    private static Line line(PushbackInputStream in, int left) throws IOException, MailRefused {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(80);
        String rest = "";
        int b = in.read();
        if (b < 0) {
            return null;
        }
        while (b >= 0 && b != '\n' && b != '\r') {
            if (bytes.size() >= left) {
                throw new MailRefused("552 5.3.4 Header too large");
            }
            bytes.write(b);
            b = in.read();
        }
        if (b == '\r') {
            int next = in.read();
            rest = next < 0 || next == '\n' ? "" : String.valueOf((char) next);
        }
        return new Line(bytes.toString(StandardCharsets.ISO_8859_1), rest);
    }

    byte[] bytes() {
        StringBuilder text = new StringBuilder();
        fields.forEach(field -> text.append(field.name()).append(':').append(field.value()).append("\r\n"));
        return text.append("\r\n").append(bodyStart).toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
