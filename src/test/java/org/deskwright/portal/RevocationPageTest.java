package org.deskwright.portal;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.deskwright.governance.ActionType;
import org.deskwright.governance.Plan;
import org.deskwright.governance.Plans;
import org.deskwright.governance.Revocation;
import org.deskwright.governance.RevocationRefused;
import org.deskwright.governance.RevocationRefused.Why;
import org.deskwright.governance.Revocations;
import org.deskwright.governance.Step;
import org.deskwright.identity.Identification;
import org.deskwright.identity.VerifiedSubject;
import org.deskwright.resolution.ActionState;
import org.deskwright.resolution.Actions;
import org.deskwright.resolution.LedgerEntry;
import org.deskwright.resolution.TakeBack;
import org.deskwright.resolution.UnknownAction;
import org.deskwright.ticket.ClosureCode;
import org.deskwright.ticket.Confidence;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** One click on the ticket's page for those who may, what it will do in words, and afterwards how it stands. */
class RevocationPageTest extends PortalTest {

    @Autowired
    private Plans plans;
    @Autowired
    private Identification identification;
    @Autowired
    private Actions actions;
    @Autowired
    private TakeBack takeBack;
    @Autowired
    private Revocations revocations;

    @BeforeEach
    void nobodyHasDemandedAnything() {
        reset(takeBack);
    }

    @Test
    void whoeverMayIsToldWhatWillHappenAndHasToSayWhy() throws Exception {
        Plan grant = grant(ActionState.CONFIRMED);
        page("/tickets/" + grant.ticket(), JUDIT).andExpect(status().isOk())
                .andExpect(content().string(containsString("Take it back now")))
                .andExpect(content().string(containsString("ada.lindqvist loses the group wiki-editors, unless they were in it before this request, or another one gives it as well.")))
                .andExpect(content().string(containsString("for 365 days")));
        page("/tickets/" + grant.ticket(), HANA).andExpect(content().string(containsString("Add to a group")))
                .andExpect(content().string(not(containsString("Take it back"))));
        page("/tickets/" + grant.ticket(), ADA).andExpect(content().string(not(containsString("Add to a group"))));

        when(takeBack.demand(any(), any(), any(), any())).thenReturn(new TakeBack.Demanded(null, true));
        take(grant, "Wrong person", JUDIT).andExpect(redirectedUrl("/tickets/" + grant.ticket())).andExpect(flash().attributeExists("thanks"));
        verify(takeBack).demand(grant.ticket(), grant.id().toString(), "judit.nagy", "Wrong person");
    }

    /** They work no queue. */
    @Test
    void administratorsFindTheTicketAndTakeItBackWithTheSameClick() throws Exception {
        RequestPostProcessor noor = person("noor.ali", "staff", "desk-admins");
        Plan grant = grant(ActionState.CONFIRMED);
        page("/staff?category=access-request", noor).andExpect(content().string(containsString(grant.ticket())));
        page("/tickets/" + grant.ticket(), noor).andExpect(status().isOk()).andExpect(content().string(containsString("Take it back now")));
        when(takeBack.demand(any(), any(), any(), any())).thenReturn(new TakeBack.Demanded(null, true));
        take(grant, "Wrong person", noor).andExpect(flash().attributeExists("thanks"));
    }

    @Test
    void whatIsRefusedIsSaid() throws Exception {
        Plan grant = grant(ActionState.CONFIRMED);
        when(takeBack.demand(any(), any(), eq("judit.nagy"), eq(""))).thenThrow(new RevocationRefused(Why.NO_REASON, "must have 1 to 1000 characters"));
        take(grant, "", JUDIT).andExpect(flash().attribute("problem", "Please say why, in up to 1,000 characters."));
        when(takeBack.demand(any(), any(), eq("hana.sato"), any())).thenThrow(new RevocationRefused(Why.NOT_ENTITLED, "You may not take back this action"));
        take(grant, "please", HANA).andExpect(flash().attribute("problem", "You may not take back this action."));
    }

    @Test
    void anotherTicketsActionIsNotFoundHere() throws Exception {
        Plan grant = grant(ActionState.CONFIRMED);
        UnknownAction foreign = mock(UnknownAction.class);
        when(foreign.getMessage()).thenReturn("DW-1 has no action 2");
        when(takeBack.demand(any(), any(), any(), any())).thenThrow(foreign);
        take(grant, "please", JUDIT).andExpect(status().isNotFound()).andExpect(content().string(containsString("DW-1 has no action 2.")));
    }

    /** Nothing was taken away. */
    @Test
    void whatAnotherGrantKeepsIsNotShownAsTakenBack() throws Exception {
        Plan grant = grant(ActionState.CONFIRMED);
        tickets.resolve(grant.ticket(), "You now have the access.");
        List<LedgerEntry> kept = List.of(new LedgerEntry(grant.id(), grant.type().word(), grant.target(), ActionState.REVOKED, "Still there", Instant.now(),
                null, false, "DW-1027"));
        when(actions.of(grant.ticket())).thenReturn(kept);
        page("/tickets/" + grant.ticket(), ADA).andExpect(content().string(not(containsString("was taken back"))));
        page("/tickets/" + grant.ticket(), JUDIT).andExpect(content().string(containsString("Taken back, still held")));
    }

    @Test
    void whatWasDoneAsItWasWithdrawnIsSaidToBeUndoneUntilItIs() throws Exception {
        Plan grant = grant(ActionState.IN_FLIGHT);
        tickets.close(grant.ticket(), ClosureCode.WITHDRAWN);
        for (ActionState standing : List.of(ActionState.IN_FLIGHT, ActionState.UNKNOWN, ActionState.CONFIRMED)) {
            stands(grant, standing);
            page("/tickets/" + grant.ticket(), ADA).andExpect(content().string(containsString("is being taken back")))
                    .andExpect(content().string(not(containsString("Nothing more is done."))));
        }
        stands(grant, ActionState.REVOKED);
        page("/tickets/" + grant.ticket(), ADA).andExpect(content().string(containsString("Nothing more is done.")));
    }

    @Test
    void whoMayNotSeeTheTicketReachesNothing() throws Exception {
        Plan grant = grant(ActionState.CONFIRMED);
        take(grant, "please", BEN).andExpect(status().isForbidden());
        mvc.perform(browser(post("/tickets/{number}/actions/{id}/revocation", grant.ticket(), grant.id()).param("reason", "forged")).with(JUDIT))
                .andExpect(status().isForbidden());
        verifyNoInteractions(takeBack);
    }

    @Test
    void onlyWhatWasDoneAndNobodyHasDemandedYetIsOffered() throws Exception {
        for (ActionState state : List.of(ActionState.PLANNED, ActionState.IN_FLIGHT, ActionState.UNKNOWN, ActionState.REFUSED, ActionState.REVOKED)) {
            page("/tickets/" + grant(state).ticket(), JUDIT).andExpect(content().string(not(containsString("Take it back now"))));
        }
        Plan grant = grant(ActionState.CONFIRMED);
        Revocation demand = revocations.demand(grant, "judit.nagy", "Wrong <b>person</b>");
        page("/tickets/" + grant.ticket(), JUDIT).andExpect(content().string(not(containsString("Take it back now"))))
                .andExpect(content().string(containsString("To be taken back, says " + demand.demandedBy() + ": Wrong &lt;b&gt;person&lt;/b&gt;")));
    }

    @Test
    void whatCannotBeTakenBackSaysSoBeforeAnybodyApproves() throws Exception {
        Plan grant = grant(ActionState.CONFIRMED);
        Plan inverse = plans.makeInverse(grant, subject(grant.ticket()));
        page("/staff/tickets/" + grant.ticket() + "/brief", JUDIT).andExpect(content().string(containsString("It cannot be taken back itself.")));
        when(actions.of(grant.ticket())).thenReturn(List.of());
        Plan cancel = plans.make(tickets.get(grant.ticket()), Step.REVOKE_ACTION, ActionType.CANCEL_RESET_LINK, subject(grant.ticket()),
                Map.of("revokes", inverse.id().toString()));
        page("/tickets/" + cancel.ticket(), JUDIT).andExpect(content().string(containsString("cannot be taken back")));
    }

    @Test
    void requestersCanStopARecoveryOfTheirOwn() throws Exception {
        String number = ticket();
        Plan link = plans.make(tickets.get(number), Step.RESET_PASSWORD, ActionType.SEND_RESET_LINK, subject(number), Map.of());
        stands(link, ActionState.CONFIRMED);
        page("/tickets/" + number, ADA).andExpect(content().string(containsString("This wasn&#39;t me")))
                .andExpect(content().string(containsString("The link stops working at once.")));
    }

    @Test
    void whatWasTakenBackAsksNobodyWhetherItIsSolved() throws Exception {
        Plan grant = grant(ActionState.CONFIRMED);
        tickets.resolve(grant.ticket(), "You now have the access.");
        page("/tickets/" + grant.ticket(), ADA).andExpect(content().string(containsString("Solved? Tell us.")));
        stands(grant, ActionState.REVOKED);
        page("/tickets/" + grant.ticket(), ADA).andExpect(content().string(containsString("What you had received was taken back.")))
                .andExpect(content().string(not(containsString("Solved? Tell us"))))
                .andExpect(content().string(not(containsString("You now have the access."))))
                .andExpect(content().string(not(containsString("Withdraw my request"))));
        page("/", ADA).andExpect(content().string(containsString("Taken back")));
        page("/tickets/" + grant.ticket(), JUDIT).andExpect(content().string(containsString("Resolved; what was done was taken back since.")));

        tickets.resolve(grant.ticket(), "Use the new wiki.");
        page("/tickets/" + grant.ticket(), ADA).andExpect(content().string(containsString("Solved? Tell us.")));
    }

    /** The ticket stays closed, but nobody reads that it is solved. */
    @Test
    void whatWasTakenBackAfterItWasClosedIsNotShownAsSolved() throws Exception {
        Plan grant = grant(ActionState.CONFIRMED);
        tickets.resolve(grant.ticket(), "You now have the access.");
        tickets.close(grant.ticket(), ClosureCode.AUTOMATIC);
        page("/tickets/" + grant.ticket(), JUDIT).andExpect(content().string(containsString("Closed: solved.")));
        Instant takenBack = Instant.now();
        stands(grant, ActionState.REVOKED, takenBack);
        for (RequestPostProcessor reader : List.of(ADA, JUDIT)) {
            page("/tickets/" + grant.ticket(), reader).andExpect(content().string(containsString("<span>Taken back</span><span class=\"unseen\">(ended)</span>")))
                    .andExpect(content().string(containsString("<span>Solved</span><span class=\"unseen\">(skipped)</span>")))
                    .andExpect(content().string(not(containsString("Closed: solved."))));
        }
        page("/tickets/" + grant.ticket(), JUDIT).andExpect(content().string(containsString("Closed; what was done was taken back since.")))
                .andExpect(content().string(containsString("&quot;Add to a group&quot; for ada.lindqvist was taken back on " + Moment.of(takenBack).text() + ".")));
        page("/staff?status=closed&category=access-request", JUDIT).andExpect(content().string(containsString("Taken back")));
        page("/staff/tickets/" + grant.ticket() + "/brief", JUDIT).andExpect(content().string(containsString("Taken back")))
                .andExpect(content().string(not(containsString(">Solved<"))));
    }

    private Plan grant(ActionState state) {
        String number = ticket();
        Plan grant = plans.make(tickets.get(number), Step.GRANT_ACCESS, ActionType.ADD_TO_GROUP, subject(number),
                Map.of("group", "wiki-editors", "entitlement", "wiki-editors", "lasts", "PT8760H"));
        stands(grant, state);
        return grant;
    }

    private String ticket() {
        String number = filed("ada.lindqvist");
        tickets.assign(number, 3, "identity", Instant.now(), Instant.now());
        tickets.classify(number, "access-request", new Confidence(0.9349, true, "linear-1", 1480, "isotonic", "0a"));
        return number;
    }

    private VerifiedSubject subject(String number) {
        return identification.subjectOf(number, "ada.lindqvist").orElseThrow();
    }

    private void stands(Plan plan, ActionState state) {
        stands(plan, state, Instant.now());
    }

    private void stands(Plan plan, ActionState state, Instant since) {
        List<LedgerEntry> entries = List.of(new LedgerEntry(plan.id(), plan.type().word(), plan.target(), state, "As a test", since, null, false, null));
        when(actions.of(plan.ticket())).thenReturn(entries);
        when(actions.of(anyCollection())).thenReturn(Map.of(plan.ticket(), entries));
    }

    private ResultActions take(Plan plan, String reason, RequestPostProcessor who) throws Exception {
        UUID id = plan.id();
        return mvc.perform(browser(post("/tickets/{number}/actions/{id}/revocation", plan.ticket(), id).param("reason", reason)).with(csrf()).with(who));
    }
}
