package org.deskwright.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.deskwright.Desk;
import org.deskwright.DeskTest;
import org.deskwright.ScriptedClassifier;
import org.deskwright.Visitor;
import org.deskwright.ticket.ClosureCode;
import org.deskwright.ticket.TicketStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** A resolved request is confirmed until that is heard, over whatever door the requester takes. */
@DeskTest(webEnvironment = WebEnvironment.DEFINED_PORT)
class ConfirmationTest {

    @Autowired
    private Desk desk;
    @Autowired
    private ScriptedClassifier classifier;
    @Value("${desk.base-url}")
    private String base;
    private Visitor ada;
    private String number;

    @BeforeEach
    void aRequest() {
        classifier.believe("software", 0.9);
        ada = Visitor.machine(base, "ada.lindqvist");
        number = desk.file("ada.lindqvist", "Excel", "slow");
    }

    @Test
    void nobodyWaitsBeforeItIsResolved() {
        for (boolean solved : List.of(true, false)) {
            HttpResponse<String> early = confirm(solved);
            assertThat(early.statusCode()).isEqualTo(409);
            assertThat(early.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(early.body()).contains(number + " is not resolved");
        }
        assertThat(desk.story(number)).noneMatch(line -> line.contains("solved."));
        assertThat(desk.ticket(number).isClosed()).isFalse();
    }

    @Test
    void nobodyWaitsAfterItWasAnswered() {
        resolve();
        assertThat(confirm(true).statusCode()).isEqualTo(200);
        assertThat(confirm(false).body()).contains("answered already");
        assertThat(ada.post("/api/v1/tickets/" + number + "/replies", "{\"text\":\"Thanks!\"}").statusCode()).isEqualTo(200);
        Visitor browser = Visitor.signedIn(base, "ada.lindqvist");
        browser.submit("/tickets/" + number, "/tickets/" + number + "/confirmation", "solved=false");
        assertThat(browser.get("/tickets/" + number).body()).contains("answered already");
        desk.runJobs();
        assertThat(desk.ticket(number).closureCode()).isEqualTo(ClosureCode.PERSON);
    }

    @Test
    void whoeverHasItNextReadsThatItIsNotSolved() {
        assertThat(brief()).contains("Why a person is asked", "There is no process that the desk may run by itself");
        resolve();
        assertThat(confirm(false).statusCode()).isEqualTo(200);
        desk.runJobs();
        assertThat(brief()).contains("Why a person is asked", "The requester says that it is not solved.").doesNotContain("sure enough");
    }

    @RepeatedTest(20)
    void ofTwoAnswersAtOnceTheLastOneThatIsTakenCounts() throws Exception {
        resolve();
        List<Integer> answers = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Callable<HttpResponse<String>>> both = List.of(() -> confirm(true), () -> confirm(false));
            for (Future<HttpResponse<String>> answer : threads.invokeAll(both)) {
                answers.add(answer.get().statusCode());
            }
        } finally {
            threads.shutdownNow();
        }
        List<String> taken = desk.story(number).stream().filter(line -> line.endsWith("solved.")).toList();
        assertThat(answers).contains(200).isSubsetOf(200, 409).filteredOn(status -> status == 200).hasSameSizeAs(taken);
        desk.runJobs();
        assertThat(desk.ticket(number).status()).isEqualTo(taken.get(taken.size() - 1).contains("not") ? TicketStatus.ESCALATED : TicketStatus.CLOSED);
    }

    @Test
    void whatIsNotNeededAnyMoreIsWithdrawn() {
        assertThat(ada.post("/api/v1/tickets/" + number + "/withdrawal", "").statusCode()).isEqualTo(200);
        assertThat(desk.ticket(number).closureCode()).isEqualTo(ClosureCode.WITHDRAWN);
        assertThat(ada.post("/api/v1/tickets/" + number + "/withdrawal", "").statusCode()).isEqualTo(409);
    }

    @Test
    void whatIsResolvedIsNotWithdrawn() {
        resolve();
        HttpResponse<String> late = ada.post("/api/v1/tickets/" + number + "/withdrawal", "");
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains(number + " is resolved", "say that it is not solved");
        Visitor browser = Visitor.signedIn(base, "ada.lindqvist");
        assertThat(browser.get("/tickets/" + number).body()).doesNotContain("Withdraw my request");
        browser.submit("/tickets/" + number, "/tickets/" + number + "/withdrawal", "");
        assertThat(browser.get("/tickets/" + number).body()).contains(number + " is resolved");
        assertThat(desk.ticket(number).isClosed()).isFalse();
    }

    private String brief() {
        return Visitor.signedIn(base, "hana.sato").get("/staff/tickets/" + number + "/brief").body();
    }

    private void resolve() {
        desk.decide(number, "hana.sato", "done", Map.of("text", "Restarted it."));
    }

    private HttpResponse<String> confirm(boolean solved) {
        return ada.post("/api/v1/tickets/" + number + "/confirmation", "{\"solved\":%s}".formatted(solved));
    }
}
