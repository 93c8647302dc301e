package org.deskwright.connector.mail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Stands between a client and an IMAP server, and keeps what the client says on its one connection. */
final class ImapTap implements AutoCloseable {

    private final ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final int server;

    ImapTap(int server) throws IOException {
        this.server = server;
        start(this::relay);
    }

    int port() {
        return door.getLocalPort();
    }

    String said() {
        return said.toString(StandardCharsets.US_ASCII);
    }

    private void relay() throws IOException {
        try (Socket client = door.accept(); Socket behind = new Socket(door.getInetAddress(), server)) {
            start(() -> behind.getInputStream().transferTo(client.getOutputStream()));
            InputStream in = client.getInputStream();
            OutputStream out = behind.getOutputStream();
            byte[] part = new byte[8192];
            for (int read = in.read(part); read >= 0; read = in.read(part)) {
                said.write(part, 0, read);
                out.write(part, 0, read);
            }
        }
    }

    private static void start(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                // the connection is over
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }

    private interface Work {
        void run() throws IOException;
    }
}
