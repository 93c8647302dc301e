package org.deskwright.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.deskwright.Desk;
import org.deskwright.DeskTest;
import org.deskwright.Visitor;
import org.deskwright.triage.LearnedModel;
import org.deskwright.triage.LearnedModels;
import org.deskwright.triage.NewModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;

/** The page that says with which model the desk classifies, and returns to a former one. */
@DeskTest(webEnvironment = WebEnvironment.DEFINED_PORT)
class ClassifierPageTest {

    private static final String PAGE = "/staff/classifier";

    @Autowired
    private ApplicationContext context;
    @Autowired
    private Desk desk;
    @Autowired
    private LearnedModels models;
    @Value("${desk.base-url}")
    private String base;

    @AfterEach
    void shippedAgain() {
        if (!models.active().isShipped()) {
            models.returnTo(LearnedModel.SHIPPED, "noor.ali", "Test over");
        }
        NewModel.answering(context);
    }

    @Test
    void othersDoNotSeeIt() {
        assertThat(Visitor.signedIn(base, "hana.sato").get(PAGE).statusCode()).isEqualTo(403);
        assertThat(Visitor.signedIn(base, "hana.sato").get("/staff").body()).doesNotContain(PAGE);
    }

    @Test
    void itSaysWhatAnswersAndReturnsToTheFormerModelWithOneClick() {
        Visitor noor = Visitor.signedIn(base, "noor.ali");
        assertThat(noor.get(PAGE).body()).contains("It answers as the shipped history taught it", "accuracy 0.").doesNotContain("Return to the former one");
        String hash = new NewModel(context, "galago").propose("noor.ali");
        String ticket = noor.get(PAGE).body();
        assertThat(ticket).contains("A better model waits for a decision", "/tickets/DW-");
        models.adopt(hash, "grace.kim", "DW-0");
        assertThat(noor.get(PAGE).body()).contains("It has learned from this desk", "grace.kim", "Adopted in DW-0", "Return to the former one");

        assertThat(noor.submit(PAGE, PAGE + "/active", "hash=shipped&reason=").statusCode()).isEqualTo(302);
        assertThat(noor.get(PAGE).body()).contains("Please write a reason");
        assertThat(models.active().hash()).isEqualTo(hash);
        noor.submit(PAGE, PAGE + "/active", "hash=shipped&reason=Strange+answers");
        assertThat(noor.get(PAGE).body()).contains("answers with the former model again", "Strange answers");
        assertThat(models.active().isShipped()).isTrue();
        assertThat(desk.recorded("MODEL_RETURNED", "noor.ali")).isPositive();
        noor.submit(PAGE, PAGE + "/active", "hash=shipped&reason=Again");
        assertThat(noor.get(PAGE).body()).contains("This model is active already.");
    }
}
