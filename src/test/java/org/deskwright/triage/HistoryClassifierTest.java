package org.deskwright.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.deskwright.Config;
import org.deskwright.identity.Entitlement;
import org.deskwright.learning.PastTicket;
import org.deskwright.learning.Provenance;
import org.deskwright.learning.SampleHistory;
import org.deskwright.learning.TextModel;
import org.deskwright.ticket.Confidence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistoryClassifierTest {

    /** From here on the desk routes an access request by itself, see {@code decisions/thresholds.dmn}. */
    private static final double SURE = 0.70;

    private final HistoryClassifier classifier = new HistoryClassifier(SampleHistory.model());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            password-reset | Forgot my password | Hi, I forgot my password and cannot log in any more. Can you reset it please? Thanks, Ada
            access-request | Wiki access        | Hello, please give me edit rights in the wiki, I need to update the sales pages. Ben
            printing       | Drucker            | Der Drucker im Flur druckt nicht mehr, Papierstau.
            mfa-reset      | Nuevo móvil        | Cambié de móvil y el autenticador ya no me da los códigos.
            """)
    void aPlainRequestIsKnownForSure(String category, String subject, String body) {
        Classification classification = classifier.classify(subject, body);
        assertThat(classification.category()).isEqualTo(category);
        assertThat(classification.confidence().value()).isGreaterThanOrEqualTo(0.9);
    }

    /** Servers are mostly spoken of where something is to be changed; here somebody wants to be let in. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Servers                  | I need admin rights on servers for the migration.
            Admin rights             | Hello, I need administrator rights on servers, as I look after the backups from next week. Farid
            Access for the migration | Please give me admin rights on the servers of the finance department.
            Weekend                  | Could you grant me administrator rights on the servers? I have to install updates on Saturday.
            """)
    void adminRightsOnServersAreAccessThatTheOrganisationHas(String subject, String body) {
        Classification classification = classifier.classify(subject, body);
        assertThat(classification.category()).isEqualTo("access-request");
        assertThat(classification.confidence().value()).isGreaterThanOrEqualTo(SURE);
        assertThat(Config.ENTITLEMENTS.mentionedIn(body)).extracting(Entitlement::id).containsExactly("domain-admins");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Question | it somehow does not work as before, can someone have a look
            Help     | please help
            hilfe    | es geht nicht
            asap     | broken again, do something
            Re:      | any news?
            """)
    void anUnclearTextIsNeverSure(String subject, String body) {
        assertThat(classifier.classify(subject, body).confidence().value()).isLessThanOrEqualTo(0.5);
    }

    @Test
    void everyConfidenceSaysWhereItComesFrom() {
        Confidence confidence = classifier.classify("printer", "no toner").confidence();
        assertThat(confidence.calibrated()).isTrue();
        assertThat(confidence.source()).isEqualTo("HistoryClassifier " + TextModel.VERSION);
        assertThat(confidence.n()).isEqualTo(SampleHistory.SHIPPED.tickets().size());
        assertThat(confidence.method()).contains("temperature");
        assertThat(confidence.dataHash()).isEqualTo(SampleHistory.SHIPPED.hash());
    }

    /** Of two models that learned from the same tickets, too. */
    @Test
    void everyAnswerSaysWhichModelGaveIt() {
        Provenance provenance = SampleHistory.model().provenance();
        Origin origin = classifier.classify("printer", "no toner").origin();
        assertThat(origin.facts()).containsOnly(Map.entry("trainedAt", provenance.trainedAt().toString()), Map.entry("library", provenance.library()), Map.entry("settings", provenance.settingsHash()));
        assertThat(classifier.classify("", "").origin()).isEqualTo(origin);
        Map<String, String> other = new HashMap<>(provenance.settings());
        other.put("folds", "3");
        assertThat(new Provenance(provenance.dataHash(), provenance.recipe(), provenance.n(), provenance.trainedAt(), provenance.library(), other, provenance.method(), provenance.heldOut()).settingsHash())
                .isNotEqualTo(provenance.settingsHash());
    }

    @Test
    void textInWhichNothingIsKnownIsOther() {
        for (String nothing : new String[] {"", " \n\t", "\uD83D\uDE00\uD83D\uDE31\uD83D\uDD25", "\u0000\u0001\u001b\u202e\ufeff", "!?!... ---", "\uD83D", "\u65e5\u672c\u8a9e"}) {
            Classification classification = classifier.classify(nothing, nothing);
            assertThat(classification.category()).as(nothing).isEqualTo("other");
            assertThat(classification.confidence().value()).isLessThan(0.2);
        }
        assertThat(classifier.classify(null, null).category()).isEqualTo("other");
    }

    @Test
    void noTextHoweverLargeOrOddStopsIt() {
        for (String unit : List.of("a", "a-", "0", "password ", "\u0301", "\ufdfa", "\n", ".", "'", "\uD83D\uDE00", "(((((", "x_y_", "\u00df")) {
            String large = unit.repeat(1_000_000 / unit.length());
            long start = System.nanoTime();
            assertThat(classifier.classify(large, large).confidence().value()).as(unit).isBetween(0.0, 1.0);
            assertThat(System.nanoTime() - start).as(unit).isLessThan(2_000_000_000L);
        }
    }

    @Test
    void manyMayAskAtOnceAndGetTheSameAnswers() throws Exception {
        List<PastTicket> tickets = SampleHistory.SHIPPED.tickets().subList(0, 300);
        Callable<List<Classification>> ask = () -> tickets.stream().map(ticket -> classifier.classify(ticket.subject(), ticket.body())).toList();
        List<Classification> alone = ask.call();
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            for (Future<List<Classification>> together : pool.invokeAll(List.of(ask, ask, ask, ask))) {
                assertThat(together.get()).isEqualTo(alone);
            }
        } finally {
            pool.shutdownNow();
        }
    }
}
