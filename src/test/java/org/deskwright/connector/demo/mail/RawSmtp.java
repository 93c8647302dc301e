package org.deskwright.connector.demo.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** SMTP by hand: what no well-behaved client would send can be sent too. Text is one byte per character. */
public final class RawSmtp implements AutoCloseable {

    private final Socket socket;
    private final BufferedReader in;
    private final OutputStream out;

    RawSmtp(int port) throws IOException {
        socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(20_000);
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        out = socket.getOutputStream();
        assertThat(reply()).startsWith("220");
    }

    String say(String line) throws IOException {
        raw(line + "\r\n");
        return reply();
    }

    void raw(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    String reply() throws IOException {
        String line = in.readLine();
        while (line != null && line.length() > 3 && line.charAt(3) == '-') {
            line = in.readLine();
        }
        return line;
    }

    String plain(String login, String password) throws IOException {
        String response = "\0" + login + "\0" + password;
        return say("AUTH PLAIN " + Base64.getEncoder().encodeToString(response.getBytes(StandardCharsets.UTF_8)));
    }

    RawSmtp signedIn(String login, String password) throws IOException {
        assertThat(say("EHLO test")).startsWith("250");
        assertThat(plain(login, password)).startsWith("235");
        return this;
    }

    String send(String from, String to, String mail) throws IOException {
        String answer = say("MAIL FROM:" + from);
        if (answer.startsWith("250")) {
            answer = say("RCPT TO:<" + to + ">");
        }
        if (answer.startsWith("250")) {
            answer = say("DATA");
        }
        if (!answer.startsWith("354")) {
            say("RSET");
            return answer;
        }
        raw(mail.replace("\r\n.", "\r\n..") + "\r\n.\r\n");
        return reply();
    }

    void mustSend(String from, String to, String mail) throws IOException {
        assertThat(send(from, to, mail)).startsWith("250");
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
