package org.deskwright.connector.demo.mail;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;

/**
 * The mail after DATA, dots removed (RFC 5321 section 4.5.2). Only CRLF.CRLF ends it: a server that also takes a bare
 * LF there can be made to see a second, smuggled mail.
 */
final class DotStream extends InputStream {

    private final PushbackInputStream in;
    private boolean lineStart = true;
    private boolean ended;
    private int previous;

    DotStream(PushbackInputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        if (ended) {
            return -1;
        }
        int b = next();
        if (lineStart && b == '.') {
            b = next();
            if (b == '\r') {
                int after = next();
                if (after == '\n') {
                    ended = true;
                    return -1;
                }
                in.unread(after);
            }
        }
        lineStart = b == '\n' && previous == '\r';
        previous = b;
        return b;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = 0;
        for (int b = length == 0 ? -1 : read(); b >= 0; b = read()) {
            bytes[offset + count++] = (byte) b;
            if (count == length) {
                break;
            }
        }
        return count == 0 && length > 0 ? -1 : count;
    }

    /** Reads on to the end of a mail that is not wanted, as the dialogue must go on; an endless one ends it. */
    void drain(long atMost) throws IOException {
        for (long i = 0; read() >= 0; i++) {
            if (i > atMost) {
                throw new IOException("Endless message");
            }
        }
    }

    private int next() throws IOException {
        int b = in.read();
        if (b < 0) {
            throw new EOFException("The sender broke off");
        }
        return b;
    }
}
