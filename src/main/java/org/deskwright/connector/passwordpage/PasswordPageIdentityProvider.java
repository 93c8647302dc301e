package org.deskwright.connector.passwordpage;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.deskwright.correspondence.MailServerAway;
import org.deskwright.correspondence.MailTransport;
import org.deskwright.correspondence.OutgoingMail;
import org.deskwright.correspondence.Undeliverable;
import org.deskwright.correspondence.Wording;
import org.deskwright.correspondence.Wordings;
import org.deskwright.identity.Attempt;
import org.deskwright.identity.Contact;
import org.deskwright.identity.Directory;
import org.deskwright.identity.HumanResources;
import org.deskwright.identity.IdentityProvider;
import org.deskwright.identity.Person;
import org.deskwright.identity.TargetRefused;
import org.deskwright.identity.VerifiedSubject;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Mails the link itself, for directories that cannot. The row is committed before the mail leaves and marked after, so
 * that no mailed link is unknown to us. After a crash in between, nobody can say whether the mail left; it is not sent again, and
 * the link is given up.
 */
final class PasswordPageIdentityProvider implements IdentityProvider {

    private final PasswordLinks links;
    private final Directory directory;
    private final HumanResources humanResources;
    private final MailTransport mail;
    private final Wordings wordings;
    private final PasswordPageProperties properties;
    private final TransactionOperations ownTransaction;
    private final Clock clock;

    /** @param ownTransaction begins a transaction of its own whatever the caller has open */
    PasswordPageIdentityProvider(PasswordLinks links, Directory directory, HumanResources humanResources,
                                 MailTransport mail, Wordings wordings, PasswordPageProperties properties,
                                 TransactionOperations ownTransaction, Clock clock) {
        this.links = links;
        this.directory = directory;
        this.humanResources = humanResources;
        this.mail = mail;
        this.wordings = wordings;
        this.properties = properties;
        this.ownTransaction = ownTransaction;
        this.clock = clock;
    }

    @Override
    public void sendResetLink(VerifiedSubject subject, Attempt attempt) {
        UUID actionId = attempt.actionId();
        if (isResetLinkSent(actionId)) {
            return;
        }
        Person person = directory.byLogin(subject.login()).filter(Person::enabled)
                .orElseThrow(() -> new TargetRefused("The account is disabled: it cannot have a new password."));
        String address = recoveryAddress(person);
        Token token = Token.random();
        ownTransaction.executeWithoutResult(status -> keep(token, person.login(), attempt));
        send(mail(person, address, token, actionId), actionId);
        if (!Boolean.TRUE.equals(ownTransaction.execute(status -> links.markMailed(actionId)))) {
            throw new TargetRefused("The link was given up before it was known that its mail left: it opens nothing.");
        }
    }

    /** What certainly did not leave leaves no link. */
    private void send(OutgoingMail letter, UUID actionId) {
        try {
            mail.send(letter);
        } catch (Undeliverable | MailServerAway notSent) {
            giveUpResetLink(actionId);
            throw new TargetRefused("The link could not be sent: " + notSent.getMessage(), notSent);
        }
    }

    private String recoveryAddress(Person person) {
        Contact contact = humanResources.contactOf(person.login())
                .filter(registered -> registered.recoveryAddress() != null && !registered.recoveryAddress().isBlank())
                .orElseThrow(() -> new TargetRefused("No recovery address is registered for this account."));
        if (!contact.isGoodForRecovery(clock.instant())) {
            throw new TargetRefused("The registered channels of this account were changed less than %d hours ago."
                    .formatted(Contact.PROBATION.toHours()));
        }
        return contact.recoveryAddress();
    }

    @Override
    public boolean isResetLinkSent(UUID actionId) {
        return links.ofAction(actionId).map(PasswordLink::arrived).orElse(false);
    }

    @Override
    public boolean isResetLinkBegun(UUID actionId) {
        return links.ofAction(actionId).isPresent();
    }

    @Override
    public boolean giveUpResetLink(UUID actionId) {
        return Boolean.TRUE.equals(ownTransaction.execute(status -> links.giveUp(actionId)));
    }

    @Override
    public Optional<String> resetMail(UUID actionId) {
        return links.ofAction(actionId).map(link -> messageId(actionId));
    }

    private String messageId(UUID actionId) {
        return "<reset-" + actionId + "@" + properties.mailDomain() + ">";
    }

    @Override
    public boolean isResetLinkOpen(UUID actionId) {
        return links.ofAction(actionId).filter(link -> link.mailed() && link.state(clock.instant()) == LinkState.OPEN).isPresent();
    }

    @Override
    public boolean isResetLinkUsed(UUID actionId) {
        return links.ofAction(actionId).filter(PasswordLink::used).isPresent();
    }

    @Override
    public void cancelResetLink(UUID actionId) {
        ownTransaction.executeWithoutResult(status -> links.cancel(actionId));
        if (isResetLinkUsed(actionId)) {
            throw new TargetRefused(USED);
        }
    }

    /** With the beginning of the attempt, or not at all. */
    private void keep(Token token, String login, Attempt attempt) {
        UUID actionId = attempt.actionId();
        if (links.ofAction(actionId).isPresent()) {
            throw new TargetRefused("This action has made its link, whether its mail left or not; a new one takes a new action.");
        }
        attempt.beginWith();
        links.insert(actionId, login, token.hash(), clock.instant().plus(LINK_LIFETIME));
    }

    private OutgoingMail mail(Person person, String address, Token token, UUID actionId) {
        Wording text = wordings.get("reset-link").with(Map.of("name", person.name(), "minutes", String.valueOf(LINK_LIFETIME.toMinutes()),
                "link", properties.page(token.secret())));
        return new OutgoingMail(address, text.subject(), text.text(), messageId(actionId), null, List.of());
    }
}
