package org.deskwright.correspondence;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sends what is in the outbox, and again until it is gone: at least once, with the same Message-ID each time. What is refused
 * for good, or by nobody taken for too long, is given up, and the people who work on the ticket read it there.
 */
@Component
class Delivery {

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
    private static final int BATCH = 50;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    private final Outbox outbox;
    private final MailTransport mail;
    private final ObjectProvider<TextMessages> texts;
    private final Duration patience;
    private final Clock clock;

    /** @param patience long enough for a weekend without a mail server; RFC 5321 section 4.5.4.1 knows days, not hours */
    Delivery(Outbox outbox, MailTransport mail, ObjectProvider<TextMessages> texts,
             @Value("${desk.delivery-patience:3d}") Duration patience, Clock clock) {
        this.outbox = outbox;
        this.mail = mail;
        this.texts = texts;
        this.patience = patience;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${desk.delivery-interval:500ms}")
    void deliver() {
        List<UUID> due = outbox.due(BATCH);
        due.forEach(id -> outbox.lease(id).ifPresent(this::send));
    }

    private void send(Outbox.Queued leased) {
        try {
            Outbox.Queued message = outbox.whole(leased);
            if (message.channel().equals("text")) {
                texts.getObject().send(message.id(), message.address(), message.body());
            } else {
                mail.send(new OutgoingMail(message.address(), message.subject(), message.body(), message.messageId(),
                        message.inReplyTo(), message.references()));
            }
            outbox.sent(message);
        } catch (Undeliverable refused) {
            outbox.giveUp(leased, refused.getMessage());
            LOG.warn("Message {} was refused for good", leased.id());
        } catch (RuntimeException e) {
            again(leased, e);
        }
    }

    private void again(Outbox.Queued message, RuntimeException failure) {
        if (message.createdAt().plus(patience).isBefore(clock.instant())) {
            outbox.giveUp(message, "Nobody has taken it since " + message.createdAt().truncatedTo(ChronoUnit.MINUTES));
            LOG.warn("Message {} is given up after attempt {}: {}", message.id(), message.attempts(), failure.toString());
        } else {
            Duration wait = Duration.ofSeconds(2L << Math.min(message.attempts(), 9));
            outbox.postpone(message, wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT);
            LOG.warn("Message {} was not taken at attempt {} and will be tried again: {}", message.id(),
                    message.attempts(), failure.toString());
        }
    }
}
