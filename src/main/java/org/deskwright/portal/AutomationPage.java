package org.deskwright.portal;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.deskwright.governance.Breaker;
import org.deskwright.governance.Phase;
import org.deskwright.governance.Phases;
import org.deskwright.governance.RaiseRefused;
import org.deskwright.governance.Scope;
import org.deskwright.governance.StaleRevision;
import org.deskwright.governance.Switches;
import org.deskwright.governance.VoteRefused;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the desk may do alone, who decided so and why, and the switches to change it. */
@Controller
@RequestMapping("/staff/automation")
class AutomationPage {

    private final Viewer viewer;
    private final AutomationViews views;
    private final Switches switches;
    private final Phases phases;
    private final Breaker breaker;

    AutomationPage(Viewer viewer, AutomationViews views, Switches switches, Phases phases, Breaker breaker) {
        this.viewer = viewer;
        this.views = views;
        this.switches = switches;
        this.phases = phases;
        this.breaker = breaker;
    }

    @GetMapping
    String show(Authentication who, Model model) {
        viewer.requireAutomation(who);
        AutomationView now = views.now();
        model.addAttribute("it", now);
        model.addAttribute("stopped", Stream.concat(Stream.of(now.everything()),
                Stream.concat(now.categories().stream().map(AutomationView.CategoryView::stop), now.actionTypes().stream()))
                .filter(AutomationView.SwitchView::stopped).toList());
        model.addAttribute("phases", List.of(Phase.ROUTE.word(), Phase.ASSIST.word(), Phase.AUTO.word()));
        return "automation";
    }

    @PostMapping("/switches")
    String set(@RequestParam String scope, @RequestParam(defaultValue = "") String name, @RequestParam boolean stopped,
               @RequestParam(defaultValue = "") String reason, @RequestParam long revision, Authentication who, RedirectAttributes flash) {
        viewer.requireAutomation(who, stopped);
        Scope which = AutomationApi.scope(scope);
        return tell(reason, flash, stopped ? "Stopped." : "Resumed.", why -> {
            if (stopped) {
                switches.stop(which, name.strip(), who.getName(), why);
            } else {
                switches.resume(which, name, who.getName(), why, revision);
            }
        });
    }

    @PostMapping("/categories/{id}")
    String rollOut(@PathVariable String id, @RequestParam String phase, @RequestParam(defaultValue = "") String reason,
                   @RequestParam(defaultValue = "") String override, @RequestParam long revision, Authentication who, RedirectAttributes flash) {
        Phase to = AutomationApi.phase(phase);
        viewer.requireAutomation(who, to == Phase.ROUTE);
        String words = Texts.plain(override).strip();
        if (words.length() > AutomationApi.LONGEST_REASON) {
            throw new InvalidField("override", "must have at most %d characters".formatted(AutomationApi.LONGEST_REASON));
        }
        return tell(reason, flash, "Set.", why -> phases.set(id, to, who.getName(), why, words, revision));
    }

    @PostMapping("/breaker/votes")
    String voteToClose(@RequestParam(defaultValue = "") String reason, Authentication who, RedirectAttributes flash) {
        viewer.requireAutomation(who, false);
        return tell(reason, flash, "Noted.", why -> breaker.voteToClose(who.getName(), why));
    }

    private static String tell(String reason, RedirectAttributes flash, String thanks, Consumer<String> change) {
        String why = Texts.plain(reason).strip();
        if (why.isEmpty() || why.length() > AutomationApi.LONGEST_REASON) {
            flash.addFlashAttribute(RefusedRequests.PROBLEM, "Please write a reason, of at most %d characters.".formatted(AutomationApi.LONGEST_REASON));
        } else {
            try {
                change.accept(why);
                flash.addFlashAttribute("thanks", thanks);
            } catch (StaleRevision | RaiseRefused | VoteRefused refused) {
                flash.addFlashAttribute(RefusedRequests.PROBLEM, refused.getMessage() + ".");
            }
        }
        return "redirect:/staff/automation";
    }
}
