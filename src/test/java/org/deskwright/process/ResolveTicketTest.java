package org.deskwright.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.reset;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.camunda.bpm.engine.RepositoryService;
import org.deskwright.Desk;
import org.deskwright.DeskTest;
import org.deskwright.ScriptedClassifier;
import org.deskwright.identity.AccessGroups;
import org.deskwright.identity.PasswordChosen;
import org.deskwright.identity.TargetRefused;
import org.deskwright.resolution.ActionState;
import org.deskwright.ticket.ClosureCode;
import org.deskwright.ticket.Confidence;
import org.deskwright.ticket.TicketStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;

/** The routes of a ticket through the diagrams; together they pass every node of every diagram. */
@DeskTest
@Tag("path")
class ResolveTicketTest {

    @RegisterExtension
    static final EveryNodeIsPassed COVERAGE = new EveryNodeIsPassed();

    @Autowired
    private Desk desk;
    @Autowired
    private ScriptedClassifier classifier;
    @MockitoSpyBean
    private AccessGroups groups;
    @Autowired
    private ApplicationEventPublisher events;
    @Autowired
    private RepositoryService repository;
    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void nothingFailed() {
        assertThat(desk.incidents()).isZero();
        reset(groups);
    }

    @Test
    void aConfidentResetIsDoneWithoutAPerson() {
        classifier.believe("password-reset", 0.97);
        String number = desk.file("ada.lindqvist", "Password", "I forgot my password");
        assertThat(desk.ticket(number).status()).isEqualTo(TicketStatus.AWAITING_REQUESTER);

        desk.reply(number, "ada.lindqvist", "Here it is: " + desk.codeOnPhone(number));
        assertThat(desk.actions(number)).singleElement().satisfies(action -> {
            assertThat(action.type()).isEqualTo("send-reset-link");
            assertThat(action.target()).isEqualTo("ada.lindqvist");
            assertThat(action.state()).isEqualTo(ActionState.CONFIRMED);
        });
        assertThat(desk.ticket(number).autonomy()).isEqualTo("auto");

        choosePassword(number, "ada.lindqvist");
        assertThat(desk.ticket(number).status()).isEqualTo(TicketStatus.RESOLVED);

        desk.confirm(number, "ada.lindqvist", true);
        assertThat(desk.ticket(number).status()).isEqualTo(TicketStatus.CLOSED);
        assertThat(desk.ticket(number).closureCode()).isEqualTo(ClosureCode.AUTOMATIC);
        assertThat(desk.isRunning(number)).isFalse();
    }

    @Test
    void aResetWhoseSenderNobodyVouchesForWaitsForAPerson() {
        classifier.believe("password-reset", 0.99);
        String number = desk.fileUnauthenticated("ada.lindqvist@example.org", "Password", "I forgot my password");
        assertThat(desk.ticket(number).reasons()).contains("sender-not-authenticated", "no-second-evidence");
        assertThat(desk.candidateGroups(desk.task(number))).containsExactly("iam-specialists");
        assertThat(desk.actions(number)).singleElement().extracting("state").isEqualTo(ActionState.PLANNED);

        desk.decide(number, "judit.nagy", "approve", Map.of());
        assertThat(desk.actions(number)).singleElement().extracting("state").isEqualTo(ActionState.CONFIRMED);
        desk.fireTimer(number, "timerEvent_30MinutesPassed");
        assertThat(desk.ticket(number).status()).isEqualTo(TicketStatus.ESCALATED);
        assertThat(desk.story(number)).anyMatch(line -> line.contains("link expired"));
    }

    @Test
    void aWrongCodeMayBeTriedAgainAndFiveWrongOnesEndIt() {
        classifier.believe("password-reset", 0.97);
        String number = desk.file("ben.okafor", "Password", "expired");
        String right = desk.codeOnPhone(number);
        String wrong = right.equals("00000000") ? "11111111" : "00000000";
        desk.reply(number, "ben.okafor", "which code?");
        for (int i = 0; i < 4; i++) {
            desk.reply(number, "ben.okafor", wrong);
            assertThat(desk.ticket(number).status()).isEqualTo(TicketStatus.AWAITING_REQUESTER);
        }
        desk.reply(number, "ben.okafor", wrong);
        assertThat(desk.ticket(number).status()).isEqualTo(TicketStatus.ESCALATED);
        desk.reply(number, "ben.okafor", right);
        assertThat(desk.actions(number)).isEmpty();
        assertThat(desk.story(number)).noneMatch(line -> line.contains(right));
    }

    @Test
    void anExpiredCodeIsReplacedTwiceAndThenPeopleTakeOver() {
        classifier.believe("password-reset", 0.97);
        String number = desk.file("chloe.martin", "Password", "forgotten");
        for (int i = 0; i < 2; i++) {
            expireCode(number);
            desk.reply(number, "chloe.martin", desk.codeOnPhone(number));
            assertThat(desk.ticket(number).status()).isEqualTo(TicketStatus.AWAITING_REQUESTER);
        }
        expireCode(number);
        desk.reply(number, "chloe.martin", desk.codeOnPhone(number));
        assertThat(desk.ticket(number).status()).isEqualTo(TicketStatus.ESCALATED);
    }

    @Test
    void whoeverNeverAnswersTheCodeIsHandedOver() {
        classifier.believe("password-reset", 0.97);
        String number = desk.file("farid.haddad", "Password", "forgotten");
        desk.fireTimer(number, "timerEvent_oneDayPassed");
        assertThat(desk.ticket(number).status()).isEqualTo(TicketStatus.ESCALATED);
        assertThat(desk.candidateGroups(desk.task(number))).containsExactly("iam-specialists");
    }

    @Test
    void aRegisteredAddressThatIsMissingIsARefusalAPersonLooksAt() {
        classifier.believe("password-reset", 0.97);
        jdbc.sql("update hr.employee set recovery_address = null where login = 'dmitri.volkov'").update();
        try {
            String number = desk.file("dmitri.volkov", "Password", "forgotten");
            desk.reply(number, "dmitri.volkov", desk.codeOnPhone(number));
            assertThat(desk.candidateGroups(desk.task(number))).containsExactly("security");
            desk.decide(number, "kwame.mensah", "approve", Map.of());
            assertThat(desk.actions(number)).singleElement().extracting("state").isEqualTo(ActionState.REFUSED);
            assertThat(desk.ticket(number).status()).isEqualTo(TicketStatus.ESCALATED);
        } finally {
            jdbc.sql("update hr.employee set recovery_address = 'dmitri.volkov@home.example' where login = 'dmitri.volkov'").update();
        }
    }

    @Test
    void withoutARegisteredPhonePeopleTakeOver() {
        classifier.believe("password-reset", 0.97);
        jdbc.sql("update hr.employee set mobile = null where login = 'pia.weber'").update();
        String number = desk.file("pia.weber", "Password", "forgotten");
        assertThat(desk.ticket(number).status()).isEqualTo(TicketStatus.ESCALATED);
        assertThat(desk.story(number)).anyMatch(line -> line.contains("requester not verified"));
    }

    @Test
    void aReviewerMayDeclineAResetOrNameAnotherCategory() {
        classifier.believe("password-reset", 0.99);
        String declined = desk.fileUnauthenticated("ada.lindqvist@example.org", "Password", "reset it");
        assertThatThrownBy(() -> desk.decide(declined, "judit.nagy", "decline", Map.of())).hasMessageContaining("needs a text");
        desk.decide(declined, "judit.nagy", "decline", Map.of("text", "We could not reach you."));
        assertThat(desk.ticket(declined).closureCode()).isEqualTo(ClosureCode.DECLINED);
        assertThat(desk.mailSubjects(declined)).anyMatch(subject -> subject.contains("We cannot do this"));

        String corrected = desk.fileUnauthenticated("ada.lindqvist@example.org", "Password", "printer asks for a password");
        desk.decide(corrected, "judit.nagy", "correct", Map.of("newCategory", "printing"));
        assertThat(desk.ticket(corrected).category()).isEqualTo("printing");
        assertThat(desk.ticket(corrected).confidence().source()).isEqualTo("person:judit.nagy");
        assertThat(desk.candidateGroups(desk.task(corrected))).containsExactly("service-desk");
    }

    @Test
    void aStricterTableBindsTheNextTicketAndItsStepEscalates() throws Exception {
        String table = Files.readString(Path.of("decisions/thresholds.dmn"));
        deploy(table.replace(">0.60<", ">0.995<").replace(">0.90<", ">0.999<").replace(">0.85<", ">0.999<")
                .replace("0.60", "0.995").replace("0.90", "0.999").replace("0.85", "0.999"));
        try {
            classifier.believe("access-request", 0.99);
            String number = desk.file("ben.okafor", "Wiki", "wiki please");
            assertThat(desk.ticket(number).reasons()).contains("low-confidence");
            assertThat(desk.ticket(number).status()).isEqualTo(TicketStatus.ESCALATED);
            assertThat(desk.actions(number)).singleElement().extracting("state").isEqualTo(ActionState.PLANNED);

            classifier.believe("password-reset", 0.99);
            String reset = desk.file("ben.okafor", "Password", "forgotten");
            desk.reply(reset, "ben.okafor", desk.codeOnPhone(reset));
            assertThat(desk.ticket(reset).status()).isEqualTo(TicketStatus.ESCALATED);
        } finally {
            deploy(table);
        }
    }

    @Test
    void wikiAccessIsGrantedWithoutAPerson() {
        classifier.believe("access-request", 0.95);
        String number = desk.file("ben.okafor", "Wiki", "Please give me edit rights in the wiki");
        assertThat(groups.isMember("ben.okafor", "wiki-editors")).isTrue();
        assertThat(desk.ticket(number).status()).isEqualTo(TicketStatus.RESOLVED);

        desk.fireTimer(number, "timerEvent_threeDaysPassed");
        assertThat(desk.ticket(number).closureCode()).isEqualTo(ClosureCode.NO_ANSWER);
    }

    @Test
    void aNumberThatNobodyCalibratedNeverActsAlone() {
        classifier.believe("access-request", new Confidence(1.0, false, "somebody", 0, null, null));
        String number = desk.file("farid.haddad", "Wiki", "wiki please");
        assertThat(desk.ticket(number).autonomy()).isEqualTo("review");
        assertThat(groups.isMember("farid.haddad", "wiki-editors")).isFalse();
    }

    @Test
    void aTextThatNamesSomebodyElseIsReviewed() {
        classifier.believe("access-request", 0.99);
        String number = desk.file("farid.haddad", "Wiki", "Please give Grace Kim edit rights in the wiki");
        assertThat(desk.ticket(number).reasons()).contains("other-person-named");
        assertThat(groups.isMember("farid.haddad", "wiki-editors")).isFalse();
    }

    @Test
    void sensitiveAccessWaitsForSecurityAndAnApprovalThatExpiredIsAskedForAgain() {
        classifier.believe("access-request", 0.99);
        String number = desk.file("ben.okafor", "Reports", "I need the finance reports");
        assertThat(desk.ticket(number).status()).isEqualTo(TicketStatus.IN_REVIEW);
        assertThat(desk.ticket(number).reasons()).contains("sensitive-access");
        assertThat(desk.candidateGroups(desk.task(number))).containsExactly("security");

        desk.decideOnly(number, "kwame.mensah", "approve", Map.of());
        jdbc.sql("update clearance set expires_at = granted_at").update();
        desk.runJobs();
        assertThat(groups.isMember("ben.okafor", "finance-reports")).isFalse();
        assertThat(desk.task(number).getTaskDefinitionKey()).isEqualTo("userTask_reviewAction");

        desk.decide(number, "kwame.mensah", "approve", Map.of());
        assertThat(groups.isMember("ben.okafor", "finance-reports")).isTrue();
        desk.confirm(number, "ben.okafor", false);
        assertThat(desk.task(number).getTaskDefinitionKey()).isEqualTo("userTask_fulfilRequest");
    }

    @Test
    void aResetApprovedTooLateIsAskedForAgain() {
        classifier.believe("password-reset", 0.99);
        String number = desk.fileUnauthenticated("grace.kim@example.org", "Password", "reset it");
        desk.decideOnly(number, "judit.nagy", "approve", Map.of());
        jdbc.sql("update clearance set expires_at = granted_at").update();
        desk.runJobs();
        assertThat(desk.task(number).getTaskDefinitionKey()).isEqualTo("userTask_reviewAction");
        assertThat(desk.actions(number)).singleElement().extracting("state").isEqualTo(ActionState.PLANNED);
    }

    @Test
    void aGrantMayBeDeclinedCorrectedOrRefused() {
        classifier.believe("access-request", 0.99);
        String declined = desk.file("ben.okafor", "Payroll", "payroll access");
        assertThat(desk.ticket(declined).reasons()).contains("sensitive-access", "regulated-data");
        desk.decide(declined, "kwame.mensah", "decline", Map.of("text", "Not for sales."));
        assertThat(desk.ticket(declined).closureCode()).isEqualTo(ClosureCode.DECLINED);

        String corrected = desk.file("ben.okafor", "CRM", "the crm is broken");
        desk.decide(corrected, "judit.nagy", "correct", Map.of("newCategory", "software"));
        assertThat(desk.ticket(corrected).category()).isEqualTo("software");

        doThrow(new TargetRefused("The group is read-only")).when(groups).add(any(), eq("wiki-editors"), any());
        String refused = desk.file("grace.kim", "Wiki", "wiki please");
        assertThat(desk.actions(refused)).singleElement().extracting("state").isEqualTo(ActionState.REFUSED);
        assertThat(desk.ticket(refused).status()).isEqualTo(TicketStatus.ESCALATED);
    }

    @Test
    void anAccessNobodyCanTellIsHandedOver() {
        classifier.believe("access-request", 0.99);
        String number = desk.file("ben.okafor", "Access", "I need access to the thing we spoke about");
        assertThat(desk.ticket(number).status()).isEqualTo(TicketStatus.ESCALATED);
        assertThat(desk.story(number)).anyMatch(line -> line.contains("entitlement unclear"));
    }

    @Test
    void nobodyDecidesOnTheirOwnRequest() {
        classifier.believe("access-request", 0.99);
        String number = desk.file("kwame.mensah", "Reports", "finance reports please");
        assertThatThrownBy(() -> desk.decide(number, "kwame.mensah", "approve", Map.of())).hasMessageContaining("your own request");
        assertThat(desk.task(number)).isNotNull();
    }

    @Test
    void anUnclearRequestIsReviewedAndTheReviewersWordCounts() {
        classifier.believe("hardware", 0.55);
        String number = desk.file("pia.weber", "It", "the thing is broken");
        assertThat(desk.ticket(number).status()).isEqualTo(TicketStatus.IN_REVIEW);
        assertThat(desk.candidateGroups(desk.task(number))).containsExactly("service-desk");
        desk.decide(number, "hana.sato", "approve", Map.of());
        assertThat(desk.ticket(number).confidence().source()).isEqualTo("person:hana.sato");
        assertThat(desk.task(number).getTaskDefinitionKey()).isEqualTo("userTask_fulfilRequest");

        String declined = desk.file("pia.weber", "Lunch", "what is for lunch");
        desk.decide(declined, "hana.sato", "decline", Map.of("text", "Please ask the canteen."));
        assertThat(desk.ticket(declined).closureCode()).isEqualTo(ClosureCode.DECLINED);
    }

    @Test
    void whatIsNotUnderstoodGoesToPeopleAndNothingRunsByItself() {
        classifier.believe("password-reset", 0.2);
        String number = desk.file("ada.lindqvist", "?", "hm");
        assertThat(desk.ticket(number).status()).isEqualTo(TicketStatus.ESCALATED);
        assertThat(desk.ticket(number).autonomy()).isEqualTo("escalate");
        assertThat(desk.candidateGroups(desk.task(number))).containsExactly("service-desk");
        assertThat(desk.actions(number)).isEmpty();
    }

    @Test
    void aSenderNobodyKnowsIsServedByAPerson() {
        classifier.believe("password-reset", 0.99);
        String number = desk.fileUnauthenticated("stranger@elsewhere.example", "Password", "reset my password");
        assertThat(desk.ticket(number).requester()).isNull();
        assertThat(desk.task(number).getTaskDefinitionKey()).isEqualTo("userTask_fulfilRequest");
        assertThat(desk.actions(number)).isEmpty();
    }

    @Test
    void aPersonAsksTransfersNotesAndResolves() {
        classifier.believe("software", 0.9);
        String number = desk.file("ada.lindqvist", "Excel", "Excel is slow");
        assertThat(desk.task(number).getDueDate()).isEqualTo(java.util.Date.from(desk.ticket(number).resolutionDue()));
        desk.decide(number, "hana.sato", "note", Map.of("text", "Looks like the add-in"));
        desk.decide(number, "hana.sato", "ask", Map.of("text", "Which version?"));
        assertThat(desk.ticket(number).status()).isEqualTo(TicketStatus.AWAITING_REQUESTER);
        desk.reply(number, "ada.lindqvist", "The new one");
        assertThat(desk.ticket(number).status()).isEqualTo(TicketStatus.IN_PROGRESS);
        desk.decide(number, "hana.sato", "ask", Map.of("text", "Since when?"));
        desk.fireTimer(number, "timerEvent_oneWeekPassed");
        desk.decide(number, "hana.sato", "transfer", Map.of("newQueue", "security"));
        assertThat(desk.candidateGroups(desk.task(number))).containsExactly("security");
        desk.decide(number, "kwame.mensah", "correct", Map.of("newCategory", "hardware"));
        desk.decide(number, "hana.sato", "done", Map.of("text", "The add-in was switched off."));
        assertThat(desk.ticket(number).status()).isEqualTo(TicketStatus.RESOLVED);
        desk.reply(number, "ada.lindqvist", "Thanks, works now");
        assertThat(desk.ticket(number).closureCode()).isEqualTo(ClosureCode.PERSON);
    }

    @Test
    void aPersonMayDecline() {
        classifier.believe("purchase", 0.9);
        String number = desk.file("ada.lindqvist", "Yacht", "buy one");
        desk.decide(number, "hana.sato", "decline", Map.of("text", "Not this year."));
        assertThat(desk.ticket(number).closureCode()).isEqualTo(ClosureCode.DECLINED);
    }

    @Test
    void aRequesterMayWithdraw() {
        classifier.believe("software", 0.9);
        String number = desk.file("ada.lindqvist", "Excel", "Excel is slow");
        desk.confirm(number, "ada.lindqvist", true);
        assertThat(desk.ticket(number).closureCode()).isEqualTo(ClosureCode.WITHDRAWN);
        assertThat(desk.isRunning(number)).isFalse();
    }

    private void choosePassword(String number, String login) {
        events.publishEvent(new PasswordChosen(desk.actions(number).get(0).id(), login));
        desk.runJobs();
    }

    private void expireCode(String number) {
        jdbc.sql("update one_time_code set expires_at = issued_at where ticket_number = ?").param(number).update();
    }

    private void deploy(String table) {
        repository.createDeployment().addString("decisions/thresholds.dmn", table).deploy();
    }
}
