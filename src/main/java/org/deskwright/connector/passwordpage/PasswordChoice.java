package org.deskwright.connector.passwordpage;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.deskwright.identity.PasswordChosen;
import org.deskwright.identity.Passwords;
import org.deskwright.identity.TargetRefused;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;

/** Uses a link: once, and only if the directory takes the password. */
final class PasswordChoice {

    private final PasswordLinks links;
    private final Passwords passwords;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transaction;
    private final Clock clock;

    PasswordChoice(PasswordLinks links, Passwords passwords, ApplicationEventPublisher events,
                   TransactionOperations transaction, Clock clock) {
        this.links = links;
        this.passwords = passwords;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    LinkState state(Token token) {
        return links.ofToken(token.hash()).map(link -> link.state(clock.instant())).orElse(LinkState.UNKNOWN);
    }

    /**
     * The row is marked first and stays locked until the directory has answered: two browsers cannot both choose. If
     * the directory says no, the exception undoes the mark and the link stays open.
     *
     * @throws TargetRefused if the directory does not take it, or it contains the login
     * @return {@link LinkState#OPEN} if the password was set, otherwise why the link did not open
     */
    LinkState choose(Token token, String newPassword) {
        return transaction.execute(status -> {
            Optional<PasswordLink> link = links.ofToken(token.hash());
            link.ifPresent(open -> refuseLogin(newPassword, open.login()));
            if (link.isEmpty() || !links.use(token.hash())) {
                return link.isEmpty() ? LinkState.UNKNOWN : closed(token);
            }
            passwords.choose(link.get().login(), newPassword);
            events.publishEvent(new PasswordChosen(link.get().actionId(), link.get().login()));
            return LinkState.OPEN;
        });
    }

    /** It is the first that anybody tries who knows whose account it is. */
    private static void refuseLogin(String newPassword, String login) {
        if (newPassword.toLowerCase(Locale.ROOT).contains(login.toLowerCase(Locale.ROOT))) {
            throw new TargetRefused("Choose a password that does not contain your login.");
        }
    }

    private LinkState closed(Token token) {
        LinkState now = state(token);
        return now == LinkState.OPEN ? LinkState.EXPIRED : now;
    }
}
