package org.deskwright.intake;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
import org.deskwright.audit.Hash;
import org.deskwright.ticket.Home;
import org.deskwright.ticket.TextUnavailable;
import org.springframework.stereotype.Component;

/**
 * The mailbox as the home of what came by mail. A reference is the Message-ID and the SHA-256 of the words: whoever sends
 * another mail with the same id puts no words into the mouth of the first one's sender.
 */
@Component
class MailTexts implements Home {

    private static final Duration HELD = Duration.ofMinutes(10);
    /** Characters and bytes. */
    private static final long MOST_HELD = 16L << 20;
    /** A page with many mails on it must not wait for each of them. */
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Mailbox mailbox;
    private final Clock clock;
    private final Cache<String, List<IncomingMail>> held;
    private final ThreadLocal<IncomingMail> atHand = new ThreadLocal<>();
    private volatile Instant silentUntil = Instant.MIN;

    MailTexts(Mailbox mailbox, Clock clock) {
        this.mailbox = mailbox;
        this.clock = clock;
        this.held = cache(HELD);
    }

    /** Without a scheduler what is over its time would lie there until the next mail comes. */
    static Cache<String, List<IncomingMail>> cache(Duration held) {
        return Caffeine.newBuilder().expireAfterWrite(held).scheduler(Scheduler.systemScheduler()).maximumWeight(MOST_HELD)
                .weigher((String id, List<IncomingMail> mails) -> mails.stream().mapToInt(MailTexts::size).sum()).build();
    }

    static String source(IncomingMail mail) {
        return Home.ofMail(mail.messageId());
    }

    /** What is kept of this mail meanwhile need not be fetched first. */
    void during(IncomingMail mail, Runnable taking) {
        atHand.set(mail);
        try {
            taking.run();
        } finally {
            atHand.remove();
        }
    }

    @Override
    public Optional<String> reference(String source, byte[] content) {
        IncomingMail mail = atHand.get();
        if (mail == null || !source.equals(source(mail)) || !mail.hasOwnId() || parts(mail).noneMatch(part -> Arrays.equals(part, content))) {
            return Optional.empty();
        }
        held.put(mail.messageId(), List.of(mail));
        return Optional.of(Hash.hexOf(content) + " " + mail.messageId());
    }

    @Override
    public Optional<byte[]> fetch(String reference) {
        String[] printAndId = reference.split(" ", 2);
        return mails(printAndId[1]).stream().flatMap(MailTexts::parts).filter(part -> Hash.hexOf(part).equals(printAndId[0])).findFirst();
    }

    private List<IncomingMail> mails(String messageId) {
        List<IncomingMail> known = held.getIfPresent(messageId);
        return known != null ? known : found(messageId);
    }

    private List<IncomingMail> found(String messageId) {
        if (clock.instant().isBefore(silentUntil)) {
            throw new TextUnavailable("The mailbox did not answer a moment ago", null);
        }
        try {
            List<IncomingMail> mails = mailbox.find(messageId);
            if (!mails.isEmpty()) {
                held.put(messageId, mails);
            }
            return mails;
        } catch (RuntimeException e) {
            silentUntil = clock.instant().plus(PAUSE);
            throw new TextUnavailable("The mailbox does not answer", e);
        }
    }

    /** All that the desk keeps of a mail: its words as it takes them over, with and without what looks like a code, and its files. */
    private static Stream<byte[]> parts(IncomingMail mail) {
        Stream<String> words = Stream.of(MailIntake.subject(mail), mail.subject(), mail.text(), ReplyText.of(mail.text()), NothingDone.MACHINE.said(mail))
                .filter(Objects::nonNull).flatMap(text -> Stream.of(text, CodeMask.of(text)));
        Stream<byte[]> files = mail.attachments().stream().flatMap(file -> Stream.of(bytes(file.fileName()), file.content()));
        return Stream.concat(words.map(MailTexts::bytes), files);
    }

    private static int size(IncomingMail mail) {
        return mail.text().length() + mail.attachments().stream().mapToInt(file -> file.content().length).sum();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
