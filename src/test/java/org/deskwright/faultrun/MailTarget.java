package org.deskwright.faultrun;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A mail server (RFC 5321, as much as the desk speaks) that takes everything and keeps account of each reset link. */
final class MailTarget {

    private static final Pattern RESET = Pattern.compile("(?im)^Message-ID: *<reset-([0-9a-f-]{36})@");

    private final EffectLog log;
    private final Manners manners;
    private final ServerSocket server;

    MailTarget(EffectLog log, Manners manners) throws IOException {
        this.log = log;
        this.manners = manners;
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    int start() {
        daemon(() -> {
            while (true) {
                Socket client = server.accept();
                daemon(() -> serve(client));
            }
        });
        return server.getLocalPort();
    }

    private void serve(Socket client) throws IOException {
        try (client; BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1))) {
            OutputStream out = client.getOutputStream();
            say(out, "220 ready");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String verb = line.substring(0, Math.min(4, line.length())).toUpperCase(Locale.ROOT);
                if (verb.equals("DATA")) {
                    say(out, "354 go on");
                    take(in, client);
                }
                say(out, verb.equals("QUIT") ? "221 bye" : "250 fine");
                if (verb.equals("QUIT")) {
                    return;
                }
            }
        }
    }

    /** The effect is on the disk when this returns, and it is time to say so. */
    private void take(BufferedReader in, Socket client) throws IOException {
        StringBuilder mail = new StringBuilder();
        for (String line = in.readLine(); !".".equals(line); line = in.readLine()) {
            if (line == null) {
                throw new IOException("The sender broke off");
            }
            mail.append(line).append('\n');
        }
        Matcher reset = RESET.matcher(mail);
        if (reset.find()) {
            log.add(Effect.of(Effect.MAILED, reset.group(1), Effect.SUCCESS));
            manners.beforeAnswering(() -> close(client));
        }
    }

    private static void close(Socket client) {
        try {
            client.close();
        } catch (IOException e) {
            // closed is closed
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static void daemon(Connection work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                // the other end was killed, as planned
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private interface Connection {
        void run() throws IOException;
    }
}
