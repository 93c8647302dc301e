package org.deskwright.portal;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import org.deskwright.correspondence.Clarifications;
import org.deskwright.governance.Reasons;
import org.deskwright.drafting.Kind;
import org.deskwright.drafting.MachineTexts;
import org.deskwright.identity.Directory;
import org.deskwright.identity.DirectoryUnavailable;
import org.deskwright.identity.Person;
import org.deskwright.ticket.Queue;
import org.deskwright.ticket.Ticket;
import org.deskwright.ticket.Timeline;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What a person needs to know to decide; it stands in a frame beside the form, for a form shows no text of a request. */
@Controller
class BriefPage {

    private final Viewer viewer;
    private final Navigation navigation;
    private final RequestViews views;
    private final Remarks remarks;
    private final Timeline timeline;
    private final PlannedActions actions;
    private final Directory directory;
    private final Clarifications clarifications;
    private final MachineTexts texts;
    private final Clock clock;

    BriefPage(Viewer viewer, Navigation navigation, RequestViews views, Remarks remarks, Timeline timeline, PlannedActions actions,
              Directory directory, Clarifications clarifications, MachineTexts texts, Clock clock) {
        this.clarifications = clarifications;
        this.texts = texts;
        this.viewer = viewer;
        this.navigation = navigation;
        this.views = views;
        this.remarks = remarks;
        this.timeline = timeline;
        this.actions = actions;
        this.directory = directory;
        this.clock = clock;
    }

    @GetMapping("/staff/tickets/{number}/brief")
    String show(@PathVariable String number, Authentication who, Model model) {
        Ticket ticket = viewer.work(number, who);
        model.addAttribute("it", new Brief(ticket, Badge.forStaff(ticket, views.isTakenBack(ticket)), person(ticket).orElse(null), Moment.of(ticket.receivedAt()),
                views.category(ticket), Sureness.of(ticket.confidence()), views.team(ticket).orElse(null),
                views.decider(ticket).map(Queue::name).orElse(null),
                Due.of(ticket, clock.instant()), Reasons.sentences(ticket.reasons()),
                actions.of(ticket, navigation.of(who)),
                StoryLine.of(timeline.of(number, true), ticket, navigation.of(who)), views.files(ticket), remarks.withWords(ticket),
                remarks.detailsOf(ticket), AskedRow.of(ticket.number(), clarifications), written(number, Kind.SUMMARY), written(number, Kind.DRAFT)));
        return "brief";
    }

    private MachineWords written(String number, Kind kind) {
        return texts.of(number, kind).map(it -> new MachineWords(it.text(), it.model(), Moment.of(it.writtenAt()))).orElse(null);
    }

    /** Words of a language model, which nobody has checked. */
    record MachineWords(String text, String model, Moment at) {
    }

    /** A directory that does not answer must not keep anybody from deciding: the login stands there anyway. */
    private Optional<Person> person(Ticket ticket) {
        try {
            return ticket.requester() == null ? Optional.empty() : directory.byLogin(ticket.requester());
        } catch (DirectoryUnavailable unknown) {
            return Optional.empty();
        }
    }

    /**
     * @param person  the requester as the directory knows them, or {@code null}
     * @param details what it asks for
     * @param asked   what the desk itself asked, and what was answered
     * @param decider as of {@link RequestView}
     * @param summary and draft: {@code null} if no model wrote one
     */
    record Brief(Ticket ticket, Badge badge, Person person, Moment receivedAt, String category, Sureness sureness, String team,
                 String decider, Due due, List<String> reasons, List<PlannedAction> actions, List<StoryLine> story, List<FileRow> files, List<RemarkRow> remarks,
                 List<Detail> details, List<AskedRow> asked, MachineWords summary, MachineWords draft) {
    }
}
