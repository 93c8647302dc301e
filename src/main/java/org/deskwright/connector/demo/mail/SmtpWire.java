package org.deskwright.connector.demo.mail;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Lines in, replies out. */
final class SmtpWire {

    /** Above RFC 5321's 512, for AUTH (RFC 4954 section 4.4 asks for 12,288). */
    private static final int MAX_LINE = 12_288;

    private final PushbackInputStream in;
    private final OutputStream out;

    SmtpWire(Socket socket) throws IOException {
        in = new PushbackInputStream(new BufferedInputStream(socket.getInputStream(), 1 << 16), 1);
        out = socket.getOutputStream();
    }

    /** The next line without its end, or {@code null} when the client has gone; too long a line comes back empty. */
    String line() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(80);
        boolean tooLong = false;
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                return null;
            }
            tooLong |= bytes.size() >= MAX_LINE;
            if (!tooLong) {
                bytes.write(b);
            }
        }
        String line = tooLong ? "" : bytes.toString(StandardCharsets.UTF_8);
        return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    }

    void reply(String... lines) throws IOException {
        out.write((String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    DotStream data() {
        return new DotStream(in);
    }
}
