package org.deskwright.portal;

import java.util.Optional;

import org.deskwright.intake.Intake;
import org.deskwright.intake.Request;
import org.deskwright.ticket.Channel;
import org.deskwright.ticket.NotAwaited;
import org.deskwright.ticket.TicketClosed;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One request, for the person who made it, and what they say on it. Staff may look. */
@Controller
@RequestMapping("/tickets/{number}")
class RequestPage {

    private final Viewer viewer;
    private final Navigation navigation;
    private final RequestViews views;
    private final Intake intake;
    private final Replies replies;

    RequestPage(Viewer viewer, Navigation navigation, RequestViews views, Intake intake, Replies replies) {
        this.replies = replies;
        this.viewer = viewer;
        this.navigation = navigation;
        this.views = views;
        this.intake = intake;
    }

    @GetMapping
    String show(@PathVariable String number, Authentication who, Model model) {
        model.addAttribute("it", views.of(viewer.see(number, who), navigation.of(who)));
        return "request";
    }

    @PostMapping("/replies")
    String reply(@PathVariable String number, @RequestParam(defaultValue = "") String text, Authentication who,
                 RedirectAttributes flash) {
        viewer.see(number, who);
        String said = Texts.plain(text).strip();
        if (said.isEmpty()) {
            flash.addFlashAttribute(RefusedRequests.PROBLEM, "Please write something first.");
        } else if (said.length() > Request.LONGEST_BODY) {
            flash.addFlashAttribute(RefusedRequests.PROBLEM, "This text is too long. Please shorten it.");
        } else {
            tell(said, () -> replies.say(number, said, who, Channel.PORTAL), "Thank you, we have it.", flash);
        }
        return back(number);
    }

    @PostMapping("/confirmation")
    String confirm(@PathVariable String number, @RequestParam boolean solved, @RequestParam(defaultValue = "") String text,
                   Authentication who, RedirectAttributes flash) {
        viewer.answer(number, who);
        String said = Texts.plain(text).strip();
        tell(said, () -> intake.confirm(number, solved, said, who.getName()),
                solved ? "Glad to hear it. Thank you!" : "Thank you for telling us. A person takes care of it.", flash);
        return back(number);
    }

    @PostMapping("/withdrawal")
    String withdraw(@PathVariable String number, Authentication who, RedirectAttributes flash) {
        viewer.answer(number, who);
        tell("", () -> intake.withdraw(number, who.getName()), "We withdraw your request.", flash);
        return back(number);
    }

    private static void tell(String said, Runnable saying, String thanks, RedirectAttributes flash) {
        Optional<String> problem = Texts.problem(said, true);
        if (problem.isPresent()) {
            flash.addFlashAttribute(RefusedRequests.PROBLEM, problem.get());
            return;
        }
        try {
            saying.run();
            flash.addFlashAttribute("thanks", thanks);
        } catch (TicketClosed | NotAwaited tooLate) {
            flash.addFlashAttribute(RefusedRequests.PROBLEM, tooLate.getMessage());
        }
    }

    private static String back(String number) {
        return "redirect:/tickets/" + number;
    }
}
