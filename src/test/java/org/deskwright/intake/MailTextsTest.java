package org.deskwright.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import com.github.benmanes.caffeine.cache.Cache;
import org.awaitility.Awaitility;
import org.deskwright.TestClock;
import org.deskwright.ticket.Home;
import org.deskwright.ticket.TextUnavailable;
import org.junit.jupiter.api.Test;

/** What a mail says is found again in the mailbox, exactly, or not at all. */
class MailTextsTest implements Mailbox {

    private final List<IncomingMail> mails = new ArrayList<>();
    private final TestClock clock = new TestClock();
    private boolean silent;
    private int asked;

    @Override
    public int collect(Consumer<IncomingMail> sink) {
        return 0;
    }

    @Override
    public List<IncomingMail> find(String messageId) {
        asked++;
        if (silent) {
            throw new IllegalStateException("silent");
        }
        return mails.stream().filter(mail -> mail.messageId().equals(messageId)).toList();
    }

    /** Asking for its size takes nothing away. */
    @Test
    void whatIsOverItsTimeIsHeldNoLongerThoughNobodyAsks() {
        Cache<String, List<IncomingMail>> held = MailTexts.cache(Duration.ofMillis(50));
        held.put("<1@else.example>", List.of(mail("<1@else.example>", "Code", "It is 1234 5678")));
        Awaitility.await("gone by itself").until(held::estimatedSize, size -> size == 0);
    }

    @Test
    void everythingThatIsKeptOfAMailIsFoundAgain() {
        IncomingMail mail = mail("<1@else.example>", "Code", "It is 1234 5678\n\n> old");
        mails.add(mail);
        for (String kept : List.of("Code", "It is 1234 5678\n\n> old", "It is ••••••••\n\n> old", "It is 1234 5678", "It is ••••••••", "list.txt", "content")) {
            assertThat(new MailTexts(this, clock).fetch(reference(mail, kept).orElseThrow())).as(kept).hasValue(kept.getBytes(UTF_8));
        }
        assertThat(reference(mail, "Somebody wrote: It is 1234 5678")).as("words that are not there so").isEmpty();
    }

    @Test
    void anotherMailWithTheSameIdIsNotTakenForIt() {
        IncomingMail mail = mail("<1@else.example>", "Wiki", "Give me the wiki");
        mails.add(mail("<1@else.example>", "Wiki", "Give me the domain"));
        String reference = reference(mail, "Give me the wiki").orElseThrow();
        assertThat(new MailTexts(this, clock).fetch(reference)).as("deleted, and another one is there").isEmpty();
        mails.add(mail);
        assertThat(new MailTexts(this, clock).fetch(reference)).hasValue("Give me the wiki".getBytes(UTF_8));
    }

    @Test
    void whatCannotBeSearchedForHasNoHome() {
        assertThat(reference(mail("<hash@content.invalid>", "Wiki", "wiki"), "wiki")).isEmpty();
        assertThat(new MailTexts(this, clock).reference(Home.ofMail("<1@else.example>"), "wiki".getBytes(UTF_8))).as("a mail of another time").isEmpty();
    }

    @Test
    void aSilentMailboxIsAskedAgainAfterAMoment() {
        IncomingMail mail = mail("<1@else.example>", "Wiki", "wiki");
        mails.add(mail);
        String reference = reference(mail, "wiki").orElseThrow();
        MailTexts texts = new MailTexts(this, clock);
        silent = true;
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> texts.fetch(reference)).isInstanceOf(TextUnavailable.class);
        }
        assertThat(asked).as("a page with many mails waits once").isEqualTo(1);
        silent = false;
        clock.pass(Duration.ofSeconds(6));
        assertThat(texts.fetch(reference)).isPresent();
        assertThat(texts.fetch(reference)).isPresent();
        assertThat(asked).as("what was read a moment ago is at hand").isEqualTo(2);
    }

    /** As intake makes it, with the mail before it. */
    private Optional<String> reference(IncomingMail mail, String words) {
        MailTexts texts = new MailTexts(this, clock);
        AtomicReference<Optional<String>> reference = new AtomicReference<>();
        texts.during(mail, () -> reference.set(texts.reference(MailTexts.source(mail), words.getBytes(UTF_8))));
        return reference.get();
    }

    private static IncomingMail mail(String id, String subject, String text) {
        return new IncomingMail(id, List.of(), "ada.lindqvist@example.org", null, subject, text, Instant.EPOCH, List.of(), null,
                List.of(new Enclosure("list.txt", "text/plain", "content".getBytes(UTF_8))), false);
    }
}
