package org.deskwright.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.UUID;

import org.deskwright.BareDeskTest;
import org.deskwright.ExamplePeople;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who asks, and what speaks for it. */
@BareDeskTest
class IdentificationTest {

    private final String ticket = "T-" + UUID.randomUUID().toString().substring(0, 8);
    private final Identification identification;
    private final ExamplePeople people;

    IdentificationTest(Identification identification, ExamplePeople people) {
        this.identification = identification;
        this.people = people;
    }

    @AfterEach
    void directoryIsBack() {
        people.unavailable(false);
    }

    @Test
    void evidenceIsOfOneTicketAndOnePerson() {
        identification.record(ticket, "ada.lindqvist", Evidence.MAIL_DMARC_PASS);
        identification.record(ticket, "ada.lindqvist", Evidence.MAIL_DMARC_PASS);
        assertThat(subject("ada.lindqvist").evidences()).containsExactly(Evidence.MAIL_DMARC_PASS);
        assertThat(subject("ben.okafor").evidences()).isEmpty();
        assertThat(identification.subjectOf(ticket + "x", "ada.lindqvist").orElseThrow().evidences()).isEmpty();
    }

    @Test
    void twoEvidencesCountOnlyIfTheyAreIndependent() {
        assertThat(subject("ada.lindqvist").isSenderAuthenticated()).isFalse();
        identification.record(ticket, "ada.lindqvist", Evidence.ONE_TIME_CODE);
        assertThat(subject("ada.lindqvist").isSenderAuthenticated()).isFalse();
        assertThat(subject("ada.lindqvist").isVerifiedTwice()).isFalse();

        identification.record(ticket, "ben.okafor", Evidence.MAIL_DMARC_PASS);
        identification.record(ticket, "ben.okafor", Evidence.SIGNED_IN_SESSION);
        assertThat(subject("ben.okafor").isVerifiedTwice()).isFalse();
        identification.record(ticket, "ben.okafor", Evidence.ONE_TIME_CODE);
        assertThat(subject("ben.okafor").isVerifiedTwice()).isTrue();
    }

    @Test
    void whoIsNotThereOrHasLeftIsNoSubject() {
        assertThat(identification.subjectOf(ticket, null)).isEmpty();
        assertThat(identification.subjectOf(ticket, "nobody")).isEmpty();
        assertThat(identification.subjectOf(ticket, "oscar.lund")).isEmpty();
    }

    @Test
    void aDirectoryThatDoesNotAnswerIsNoNo() {
        people.unavailable(true);
        assertThatExceptionOfType(DirectoryUnavailable.class).isThrownBy(() -> subject("ada.lindqvist"));
    }

    private VerifiedSubject subject(String login) {
        return identification.subjectOf(ticket, login).orElseThrow();
    }
}
