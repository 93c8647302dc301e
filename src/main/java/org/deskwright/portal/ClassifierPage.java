package org.deskwright.portal;

import org.deskwright.triage.LearnedModels;
import org.deskwright.triage.ModelRefused;
import org.deskwright.triage.Retrainings;
import org.deskwright.triage.UnknownModel;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** With which model the classifier answers, since when and by whose word; and the way back to a former one. */
@Controller
@RequestMapping("/staff/classifier")
class ClassifierPage {

    private final Viewer viewer;
    private final ModelsViews views;
    private final LearnedModels models;
    private final Retrainings retrainings;

    ClassifierPage(Viewer viewer, ModelsViews views, LearnedModels models, Retrainings retrainings) {
        this.viewer = viewer;
        this.views = views;
        this.models = models;
        this.retrainings = retrainings;
    }

    @GetMapping
    String show(Authentication who, Model model) {
        viewer.requireModels(who);
        model.addAttribute("it", views.now());
        return "classifier";
    }

    @PostMapping("/active")
    String returnTo(@RequestParam String hash, @RequestParam(defaultValue = "") String reason, Authentication who, RedirectAttributes flash) {
        viewer.requireModels(who);
        String why = Texts.plain(reason).strip();
        if (why.isEmpty() || why.length() > AutomationApi.LONGEST_REASON) {
            flash.addFlashAttribute(RefusedRequests.PROBLEM, "Please write a reason, of at most %d characters.".formatted(AutomationApi.LONGEST_REASON));
            return "redirect:/staff/classifier";
        }
        return tell(flash, "The classifier answers with the former model again.", () -> models.returnTo(hash, who.getName(), why));
    }

    @PostMapping("/trainings")
    String train(Authentication who, RedirectAttributes flash) {
        viewer.requireModels(who);
        return tell(flash, "The training has begun. This page says what comes of it.", () -> retrainings.ask(who.getName()));
    }

    private static String tell(RedirectAttributes flash, String thanks, Runnable change) {
        try {
            change.run();
            flash.addFlashAttribute("thanks", thanks);
        } catch (ModelRefused | UnknownModel refused) {
            flash.addFlashAttribute(RefusedRequests.PROBLEM, refused.getMessage() + ".");
        }
        return "redirect:/staff/classifier";
    }
}
