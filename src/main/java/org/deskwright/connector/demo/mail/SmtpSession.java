package org.deskwright.connector.demo.mail;

import com.icegreen.greenmail.server.AbstractSocketProtocolHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.deskwright.identity.DirectoryUnavailable;

/**
 * One SMTP dialogue (RFC 5321). Who signed in belongs to the connection and is set by a right password alone:
 * GreenMail's own keeps the name of a failed attempt, knows no null sender, and takes mails of any size into memory.
 */
final class SmtpSession extends AbstractSocketProtocolHandler {

    private static final Pattern MAIL = Pattern.compile("FROM:\\s*<([^<>]*)>(.*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern RCPT = Pattern.compile("TO:\\s*<([^<>\\s]+)>.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern SIZE = Pattern.compile("\\bSIZE=(\\d{1,15})\\b", Pattern.CASE_INSENSITIVE);
    private static final int MAX_RECIPIENTS = 100;
    private static final int MAX_ADDRESS = 320;
    private static final int MAX_FAULTS = 10;

    private final Accounts accounts;
    private final Recipients recipients;
    private final Delivery delivery;
    private SmtpWire wire;
    private String peer;
    private Optional<Account> signedIn = Optional.empty();
    private Envelope envelope;
    private int faults;

    SmtpSession(Socket socket, Accounts accounts, Recipients recipients, Delivery delivery) {
        super(socket);
        this.accounts = accounts;
        this.recipients = recipients;
        this.delivery = delivery;
    }

    @Override
    public void run() {
        try {
            wire = new SmtpWire(socket);
            wire.reply("220 " + Stamp.SERVER + " ESMTP");
            for (String line = wire.line(); line != null && !isQuitting(); line = wire.line()) {
                answer(line);
            }
        } catch (SocketTimeoutException e) {
            say("421 4.4.2 Timed out");
        } catch (IOException e) {
            log.debug("An SMTP connection broke off", e);
        } finally {
            close();
        }
    }

    private void answer(String line) throws IOException {
        try {
            String[] words = line.split(" ", 2);
            String arguments = words.length > 1 ? words[1].strip() : "";
            switch (words[0].toUpperCase(Locale.ROOT)) {
                case "EHLO" -> greet(arguments, "250-" + Stamp.SERVER, "250-SIZE " + Delivery.MAX_BYTES,
                        "250-8BITMIME", "250-SMTPUTF8", "250 AUTH PLAIN LOGIN");
                case "HELO" -> greet(arguments, "250 " + Stamp.SERVER);
                case "AUTH" -> signIn(arguments);
                case "MAIL" -> mail(arguments);
                case "RCPT" -> rcpt(arguments);
                case "DATA" -> data();
                case "RSET" -> {
                    envelope = null;
                    wire.reply("250 2.0.0 OK");
                }
                case "NOOP" -> wire.reply("250 2.0.0 OK");
                case "VRFY" -> wire.reply("252 2.1.5 Send some mail, and see");
                case "QUIT" -> {
                    wire.reply("221 2.0.0 Bye");
                    close();
                }
                default -> throw new MailRefused("500 5.5.1 Unknown command or line too long");
            }
        } catch (MailRefused refusal) {
            wire.reply(refusal.getMessage());
            if (++faults >= MAX_FAULTS) {
                say("421 4.7.0 Too many errors");
                close();
            }
        } catch (DirectoryUnavailable e) {
            wire.reply("451 4.4.3 The directory is unavailable, try again later");
        }
    }

    private void greet(String name, String... reply) throws IOException {
        peer = name.replaceAll("[^A-Za-z0-9.:\\[\\]_-]", "");
        envelope = null;
        wire.reply(reply);
    }

    private void signIn(String arguments) throws IOException, MailRefused {
        if (signedIn.isPresent() || envelope != null) {
            throw new MailRefused("503 5.5.1 Not now");
        }
        signedIn = new SmtpLogin(wire, accounts).signIn(arguments);
        if (signedIn.isEmpty()) {
            throw new MailRefused("535 5.7.8 Login or password is wrong");
        }
        wire.reply("235 2.7.0 Signed in");
    }

    private void mail(String arguments) throws IOException, MailRefused {
        Matcher matcher = MAIL.matcher(arguments);
        if (!matcher.matches() || matcher.group(1).length() > MAX_ADDRESS) {
            throw new MailRefused("501 5.5.4 MAIL FROM:<address>");
        }
        if (envelope != null) {
            throw new MailRefused("503 5.5.1 One mail at a time");
        }
        Matcher size = SIZE.matcher(matcher.group(2));
        if (size.find() && Long.parseLong(size.group(1)) > Delivery.MAX_BYTES) {
            throw new MailRefused("552 5.3.4 Message exceeds 36 MB");
        }
        envelope = new Envelope(matcher.group(1).replaceAll("[^!-~]", ""));
        wire.reply("250 2.1.0 OK");
    }

    private void rcpt(String arguments) throws IOException, MailRefused {
        Matcher matcher = RCPT.matcher(arguments);
        if (!matcher.matches() || matcher.group(1).length() > MAX_ADDRESS) {
            throw new MailRefused("501 5.5.4 RCPT TO:<address>");
        }
        if (envelope == null) {
            throw new MailRefused("503 5.5.1 MAIL first");
        }
        if (envelope.recipients().size() >= MAX_RECIPIENTS) {
            throw new MailRefused("452 4.5.3 Too many recipients");
        }
        String address = matcher.group(1);
        envelope.recipients().put(address.toLowerCase(Locale.ROOT), recipients.find(address, signedIn));
        wire.reply("250 2.1.5 OK");
    }

    private void data() throws IOException, MailRefused {
        if (envelope == null || envelope.recipients().isEmpty()) {
            throw new MailRefused("503 5.5.1 RCPT first");
        }
        wire.reply("354 Go ahead; a dot alone ends it");
        DotStream data = wire.data();
        String from = (peer == null || peer.isEmpty() ? "unknown" : peer) + " ([127.0.0.1])";
        try {
            delivery.deliver(envelope, signedIn, from, data);
            wire.reply("250 2.0.0 Kept");
        } catch (MailRefused refusal) {
            data.drain(8L * Delivery.MAX_BYTES);
            throw refusal;
        } catch (UncheckedIOException e) {
            log.error("A mail could not be written to disk", e);
            data.drain(8L * Delivery.MAX_BYTES);
            wire.reply("451 4.3.0 The disk failed, try again later");
        } finally {
            envelope = null;
        }
    }

    private void say(String reply) {
        try {
            wire.reply(reply);
        } catch (IOException e) {
            log.debug("Nobody listens any more", e);
        }
    }
}
