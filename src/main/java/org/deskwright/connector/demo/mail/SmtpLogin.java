package org.deskwright.connector.demo.mail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/** SMTP AUTH, mechanisms PLAIN (RFC 4616) and LOGIN, with or without an initial response (RFC 4954). */
final class SmtpLogin {

    private final SmtpWire wire;
    private final Accounts accounts;

    SmtpLogin(SmtpWire wire, Accounts accounts) {
        this.wire = wire;
        this.accounts = accounts;
    }

    /** @throws MailRefused with the reply to give when the mechanism is unknown or the client does not follow it */
    Optional<Account> signIn(String arguments) throws IOException, MailRefused {
        String[] words = arguments.strip().split(" +", 2);
        String initial = words.length > 1 ? words[1].strip() : null;
        return switch (words[0].toUpperCase(Locale.ROOT)) {
            case "PLAIN" -> plain(decode(initial == null ? ask("") : initial));
            case "LOGIN" -> {
                String login = decode(initial == null ? ask("Username:") : initial);
                yield accounts.authenticate(login, decode(ask("Password:")));
            }
            default -> throw new MailRefused("504 5.5.4 AUTH PLAIN or AUTH LOGIN");
        };
    }

    /** {@code authzid NUL login NUL password}; nobody may act for somebody else. */
    private Optional<Account> plain(String response) throws MailRefused {
        String[] parts = response.split("\0", -1);
        if (parts.length != 3) {
            throw new MailRefused("501 5.5.2 Not a PLAIN response");
        }
        boolean asOneself = parts[0].isEmpty() || parts[0].equals(parts[1]);
        return asOneself ? accounts.authenticate(parts[1], parts[2]) : Optional.empty();
    }

    private String ask(String prompt) throws IOException, MailRefused {
        wire.reply("334 " + Base64.getEncoder().encodeToString(prompt.getBytes(StandardCharsets.US_ASCII)));
        String answer = wire.line();
        if (answer == null || answer.equals("*")) {
            throw new MailRefused("501 5.7.0 Authentication cancelled");
        }
        return answer;
    }

    private static String decode(String base64) throws MailRefused {
        try {
            return new String(Base64.getDecoder().decode(base64.equals("=") ? "" : base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new MailRefused("501 5.5.2 Not Base64");
        }
    }
}
