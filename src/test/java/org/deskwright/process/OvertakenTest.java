package org.deskwright.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.deskwright.process.EngineDoorsTest.WEBAPP;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;

import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;

import org.deskwright.Desk;
import org.deskwright.DeskTest;
import org.deskwright.ScriptedClassifier;
import org.deskwright.Visitor;
import org.deskwright.review.Verdicts;
import org.deskwright.ticket.TicketStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;

/** Whoever deals with a task that is taken away meanwhile reads that it is gone, and nothing of a fault. */
@DeskTest(webEnvironment = WebEnvironment.DEFINED_PORT)
class OvertakenTest {

    private static final String APPROVE = "{\"variables\":{\"outcome\":{\"value\":\"approve\"}}}";

    @Autowired
    private Desk desk;
    @Autowired
    private ScriptedClassifier classifier;
    @MockitoSpyBean
    private Verdicts verdicts;
    @Value("${desk.base-url}")
    private String base;
    private String number;
    private String task;

    @BeforeEach
    void somethingToDecide() {
        classifier.believe("network", 0.4);
        number = desk.file("ben.okafor", "Network", "The Wi-Fi is slow");
        task = desk.task(number).getId();
    }

    /** The withdrawal is through when the engine has read the task and not yet gone on. */
    @ParameterizedTest
    @ValueSource(strings = {"complete", "submit-form"})
    void whatIsWithdrawnAtThatMomentIsNotApproved(String step) {
        doAnswer(decision -> {
            CompletableFuture.runAsync(() -> desk.withdraw(number, "ben.okafor")).join();
            return decision.callRealMethod();
        }).when(verdicts).decide(any());
        gone(Visitor.signedIn(base, "hana.sato").post("%s/task/%s/%s".formatted(WEBAPP, task, step), APPROVE));
    }

    @Test
    void norIsItClaimedAfterwards() {
        Visitor hana = Visitor.signedIn(base, "hana.sato");
        desk.withdraw(number, "ben.okafor");
        gone(hana.post("%s/task/%s/claim".formatted(WEBAPP, task), "{\"userId\":\"hana.sato\"}"));
        gone(hana.post("%s/task/%s/complete".formatted(WEBAPP, task), APPROVE));
        gone(Visitor.machine(base, "noor.ali").post("/engine-rest/task/%s/complete".formatted(task), APPROVE));
    }

    private void gone(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
        assertThat(answer.body()).contains("This task is not there any more: its request was withdrawn, or somebody has decided already");
        assertThat(desk.ticket(number).status()).isEqualTo(TicketStatus.CLOSED);
        assertThat(desk.story(number)).doesNotContain("Approved");
    }
}
