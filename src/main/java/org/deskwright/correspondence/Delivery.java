package org.deskwright.correspondence;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Sends what is in the outbox, and again until it is gone: at least once, with the same Message-ID each time. */
@Component
class Delivery {

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
    private static final int BATCH = 50;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    private final Outbox outbox;
    private final MailTransport mail;
    private final ObjectProvider<TextMessages> texts;

    Delivery(Outbox outbox, MailTransport mail, ObjectProvider<TextMessages> texts) {
        this.outbox = outbox;
        this.mail = mail;
        this.texts = texts;
    }

    @Scheduled(fixedDelayString = "${desk.delivery-interval:500ms}")
    void deliver() {
        List<UUID> due = outbox.due(BATCH);
        due.forEach(id -> outbox.lease(id).ifPresent(this::send));
    }

    private void send(Outbox.Queued message) {
        try {
            if (message.channel().equals("text")) {
                texts.getObject().send(message.id(), message.address(), message.body());
            } else {
                mail.send(new OutgoingMail(message.address(), message.subject(), message.body(), message.messageId(),
                        message.inReplyTo(), message.references()));
            }
            outbox.sent(message);
        } catch (RuntimeException e) {
            Duration wait = Duration.ofSeconds(2L << Math.min(message.attempts(), 9));
            outbox.postpone(message, wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT);
            LOG.warn("Message {} was not taken at attempt {} and will be tried again: {}", message.id(),
                    message.attempts(), e.toString());
        }
    }
}
