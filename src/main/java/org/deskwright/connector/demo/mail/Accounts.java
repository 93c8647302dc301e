package org.deskwright.connector.demo.mail;

import java.util.Locale;
import java.util.Optional;
import org.deskwright.identity.Directory;
import org.deskwright.identity.Person;

/**
 * Who has a mailbox here, asked of the directory each time, so that a new password or a new person counts at once.
 * Every method lets {@link org.deskwright.identity.DirectoryUnavailable} through.
 */
final class Accounts {

    static final String DOMAIN = "example.org";
    static final String DESK = "servicedesk@" + DOMAIN;
    private static final String RECOVERY = "@home.example";
    private static final String PASSWORD = "demo";

    private final Directory directory;

    Accounts(Directory directory) {
        this.directory = directory;
    }

    Optional<Account> byAddress(String address) {
        String lower = address.toLowerCase(Locale.ROOT);
        if (lower.equals(DESK)) {
            return Optional.of(new Account(DESK, DESK));
        }
        if (lower.endsWith(RECOVERY)) {
            String login = lower.substring(0, lower.length() - RECOVERY.length());
            return directory.byLogin(login).filter(person -> person.login().equalsIgnoreCase(login))
                    .map(person -> new Account(lower, lower));
        }
        return directory.byMail(lower).flatMap(Accounts::of);
    }

    Optional<Account> byLogin(String login) {
        return login.contains("@") ? byAddress(login) : directory.byLogin(login).flatMap(Accounts::of);
    }

    Optional<Account> authenticate(String login, String password) {
        if (login == null || password == null || password.isEmpty()) {
            return Optional.empty();
        }
        Optional<Account> account = byLogin(login.strip());
        if (account.isPresent() && account.get().login().contains("@")) {
            return account.filter(ours -> password.equals(PASSWORD));
        }
        return account.flatMap(ours -> directory.authenticate(ours.login(), password)).flatMap(Accounts::of);
    }

    /** Whether mail to this address stays here, so that an unknown one is a mistake and not somebody outside. */
    boolean isLocal(String address) {
        String lower = address.toLowerCase(Locale.ROOT);
        return lower.endsWith("@" + DOMAIN) || lower.endsWith(RECOVERY) || !lower.contains("@");
    }

    private static Optional<Account> of(Person person) {
        return Optional.ofNullable(person.mail()).filter(mail -> mail.indexOf('@') > 0)
                .map(mail -> new Account(mail.toLowerCase(Locale.ROOT), person.login()));
    }
}
