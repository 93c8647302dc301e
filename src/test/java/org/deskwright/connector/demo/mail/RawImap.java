package org.deskwright.connector.demo.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** IMAP by hand. */
final class RawImap implements AutoCloseable {

    private final Socket socket;
    private final BufferedReader in;

    RawImap(int port) throws IOException {
        socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(10_000);
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        in.readLine();
    }

    String say(String command) throws IOException {
        socket.getOutputStream().write(("a " + command + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        StringBuilder answer = new StringBuilder();
        String line;
        do {
            line = in.readLine();
            answer.append(line).append('\n');
        } while (line != null && !line.startsWith("a "));
        return answer.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
