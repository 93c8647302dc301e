package org.deskwright.correspondence;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.deskwright.identity.Contact;
import org.deskwright.identity.Directory;
import org.deskwright.identity.HumanResources;
import org.deskwright.identity.Person;
import org.deskwright.ticket.Timeline;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Tells a person on every registered channel, and their manager, that their account is being recovered: whoever has taken
 * over one channel cannot keep it from the others.
 */
@Component
public class RecoveryNotice {

    private final Wordings wordings;
    private final Outbox outbox;
    private final Directory directory;
    private final HumanResources humanResources;
    private final Timeline timeline;
    private final DeskAddress desk;
    private final ObjectProvider<TextMessages> texts;

    RecoveryNotice(Wordings wordings, Outbox outbox, Directory directory, HumanResources humanResources, Timeline timeline,
                   DeskAddress desk, ObjectProvider<TextMessages> texts) {
        this.wordings = wordings;
        this.outbox = outbox;
        this.directory = directory;
        this.humanResources = humanResources;
        this.timeline = timeline;
        this.desk = desk;
        this.texts = texts;
    }

    /**
     * @param secret opens the page on which the recovery can be disowned
     * @param link   Message-ID of the mail with the link, if whoever sent it tells: who answers that mail is heard on the ticket
     */
    public void send(String number, String login, String secret, Optional<String> link) {
        Optional<Person> person = directory.byLogin(login);
        String name = person.map(Person::name).orElse(login);
        Map<String, String> values = Map.of("number", number, "name", name, "disown", desk.baseUrl() + "/not-me?token=" + secret);
        Wording notice = wordings.get("recovery-notice").with(values);
        person.filter(it -> it.mail() != null).map(Addressee::of).ifPresent(to -> outbox.putSecretMail(number, to, notice));
        humanResources.contactOf(login).ifPresent(contact -> {
            link.ifPresent(id -> outbox.noteSent(number, contact.recoveryAddress(), wordings.get("reset-link").subject(), id));
            send(number, login, contact, notice, wordings.get("recovery-notice-text").with(values));
        });
        person.map(Person::manager).flatMap(directory::byLogin).ifPresent(manager -> {
            Map<String, String> toManager = new HashMap<>(values);
            toManager.putAll(Map.of("name", manager.name(), "text", name));
            outbox.putSecretMail(number, Addressee.of(manager), wordings.get("recovery-notice-manager").with(toManager));
        });
        timeline.tell(number, notice.timeline(), Timeline.DESK);
    }

    private void send(String number, String login, Contact contact, Wording notice, Wording text) {
        if (contact.recoveryAddress() != null) {
            outbox.putSecretMail(number, new Addressee(login, contact.recoveryAddress()), notice);
        }
        if (contact.mobile() != null && texts.getIfAvailable() != null) {
            outbox.putText(number, new Addressee(login, contact.mobile()), text.text().strip());
        }
    }
}
