package org.deskwright.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;

import org.awaitility.Awaitility;
import org.deskwright.audit.Erasures;
import org.deskwright.audit.Exhibits;
import org.deskwright.audit.Reading;
import org.deskwright.identity.TargetRefused;
import org.deskwright.review.StaffReplies;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever of the staff is forgotten stands nowhere in what they did: neither by who did it, nor in what it says. */
class ForgottenStaffTest extends TicketPaths {

    private static final List<String> STAFF = List.of("hana.sato", "judit.nagy", "kwame.mensah");

    @Autowired
    private StaffReplies replies;
    @Autowired
    private Erasures erasures;
    @Autowired
    private Reading reading;
    @Autowired
    private Exhibits exhibits;

    @Test
    void whatStaffDidOnATicketNamesNoneOfThemOnceTheyAreForgotten() throws IOException {
        String number = takenBackByHand();
        replies.say(number, "I look at it", "hana.sato");
        assertThat(story(number)).contains(STAFF).contains("A person replied here", "By hand: Removed in the console");

        STAFF.forEach(this::forget);
        assertThat(story(number)).doesNotContain(STAFF).contains("(erased on ");
        Awaitility.await("its seals").until(() -> export().contains(number));
        assertThat(export()).doesNotContain(STAFF);
    }

    private String export() throws IOException {
        StringWriter export = new StringWriter();
        exhibits.export(export);
        return export.toString();
    }

    private String takenBackByHand() {
        classifier.believe("access-request", 0.95);
        String number = desk.file("chloe.martin", "Wiki", "Please give me edit rights in the wiki");
        if (desk.task(number) != null) { // whoever serves others is not served without a person
            desk.decide(number, "kwame.mensah", "approve", Map.of());
        }
        doThrow(new TargetRefused("The group is read-only")).when(groups).remove(any(), eq("wiki-editors"), any());
        demand(desk.actions(number).get(0).id());
        desk.runJobs();
        doReturn(false).when(groups).isMember("chloe.martin", "wiki-editors");
        String settles = desk.candidateGroups(desk.task(number)).contains("security") ? "kwame.mensah" : "judit.nagy";
        desk.decide(number, settles, "done", Map.of("text", "Removed in the console"));
        return number;
    }

    private void forget(String login) {
        assertThat(erasures.forget(login, "first.officer", "They left")).isEqualTo(Erasures.Outcome.AWAITS_SECOND_WORD);
        assertThat(erasures.forget(login, "second.officer", "They left")).isEqualTo(Erasures.Outcome.FORGOTTEN);
    }

    private String story(String number) {
        return reading.story(number).stream().map(entry -> entry.who() + entry.words() + entry.entry()).toList().toString();
    }
}
