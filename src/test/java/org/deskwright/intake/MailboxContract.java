package org.deskwright.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What intake relies on, whatever the mailbox. */
public abstract class MailboxContract {

    protected abstract Mailbox mailbox();

    /** A whole mail with CRLF line ends, as it would come over the wire. */
    protected abstract void arrives(String mail) throws Exception;

    /** Subjects of the mails that the server counts as seen. */
    protected abstract List<String> seen() throws Exception;

    @Test
    public void anEmptyMailboxGivesNothing() {
        assertThat(collect()).isEmpty();
    }

    @Test
    public void mailsComeOldestFirstAndOnce() throws Exception {
        arrive("one", "two", "three");
        assertThat(collect()).containsExactly("one", "two", "three");
        assertThat(collect()).isEmpty();
        arrive("four");
        assertThat(collect()).containsExactly("four");
    }

    @Test
    public void aMailIsSeenOnlyAfterTheSinkReturned() throws Exception {
        arrive("one");
        List<String> seenDuring = new ArrayList<>();
        int taken = mailbox().collect(mail -> {
            try {
                seenDuring.addAll(seen());
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(taken).isEqualTo(1);
        assertThat(seenDuring).isEmpty();
        assertThat(seen()).containsExactly("one");
    }

    @Test
    public void aMailThatTheSinkCannotTakeComesAgainAndHoldsNobodyUp() throws Exception {
        arrive("one", "poisoned", "three");
        List<String> given = new ArrayList<>();
        for (int round = 0; round < 2; round++) {
            int taken = mailbox().collect(mail -> {
                given.add(mail.subject());
                if (mail.subject().equals("poisoned")) {
                    throw new IllegalStateException("Not this one");
                }
            });
            assertThat(taken).isEqualTo(round == 0 ? 2 : 0);
        }
        assertThat(given).containsExactly("one", "poisoned", "three", "poisoned");
        assertThat(seen()).containsExactlyInAnyOrder("one", "three");
        assertThat(collect()).containsExactly("poisoned");
    }

    @Test
    public void manyPoisonedMailsDoNotHoldUpTheNextOnesForLong() throws Exception {
        String[] poisoned = new String[12];
        Arrays.fill(poisoned, "poisoned");
        arrive(poisoned);
        arrive("good");
        List<String> taken = new ArrayList<>();
        for (int round = 0; round < 3 && taken.isEmpty(); round++) {
            mailbox().collect(mail -> {
                if (mail.subject().equals("poisoned")) {
                    throw new IllegalStateException("Not this one");
                }
                taken.add(mail.subject());
            });
        }
        assertThat(taken).containsExactly("good");
    }

    @Test
    public void whatCannotBeParsedComesToo() throws Exception {
        arrives("\r\n");
        arrives("Content-Type: multipart/mixed; boundary=\r\nContent-Transfer-Encoding: ???\r\n\r\nwords\r\n");
        arrives("no header at all\r\n");
        List<IncomingMail> mails = new ArrayList<>();
        assertThat(mailbox().collect(mails::add)).isEqualTo(3);
        assertThat(mails).extracting(IncomingMail::messageId).doesNotHaveDuplicates().doesNotContainNull();
        assertThat(mails.get(1).text()).isEqualTo("words");
        assertThat(mails.get(2).text()).isEqualTo("no header at all");
    }

    @Test
    public void theSameMailHasTheSameIdEachTime() throws Exception {
        arrives("Subject: without an id\r\n\r\nHi");
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            mailbox().collect(mail -> {
                ids.add(mail.messageId());
                throw new IllegalStateException("Once more");
            });
        }
        assertThat(ids).hasSize(2).containsOnly(ids.get(0));
        assertThat(ids.get(0)).matches("<[^<>\\s]+@[^<>\\s]+>");
    }

    @Test
    public void aMailIsFoundByItsIdWhetherItWasSeenOrNot() throws Exception {
        arrives("Message-ID: <one@b.example>\r\nSubject: one\r\nFrom: a@b.example\r\n\r\nHi");
        arrive("two");
        assertThat(mailbox().find("<one@b.example>")).extracting(IncomingMail::subject).containsExactly("one");
        assertThat(seen()).as("looking changes nothing").isEmpty();
        collect();
        assertThat(mailbox().find("<one@b.example>")).extracting(IncomingMail::text).containsExactly("Hi");
        assertThat(mailbox().find("<other@b.example>")).isEmpty();
    }

    private void arrive(String... subjects) throws Exception {
        for (String subject : subjects) {
            arrives("Subject: " + subject + "\r\nFrom: a@b.example\r\n\r\nHi");
        }
    }

    private List<String> collect() {
        List<String> subjects = new ArrayList<>();
        assertThat(mailbox().collect(mail -> subjects.add(mail.subject()))).isEqualTo(subjects.size());
        return subjects;
    }
}
