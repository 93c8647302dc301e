package org.deskwright.portal;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.deskwright.triage.LearnedModels;
import org.deskwright.triage.Retrainings;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** With which model the classifier answers, for security and desk-admins. A new one is adopted in Tasklist alone. */
@RestController
@RequestMapping(path = "/api/v1/models", produces = MediaType.APPLICATION_JSON_VALUE)
class ModelsApi {

    private final Viewer viewer;
    private final ModelsViews views;
    private final LearnedModels models;
    private final Retrainings retrainings;

    ModelsApi(Viewer viewer, ModelsViews views, LearnedModels models, Retrainings retrainings) {
        this.viewer = viewer;
        this.views = views;
        this.models = models;
        this.retrainings = retrainings;
    }

    /** @param hash of one that was active before */
    record Return(@NotBlank(message = "must not be empty") @Size(max = 64, message = "must have at most {max} characters") String hash,
                  @NotBlank(message = "must not be empty") @Size(max = AutomationApi.LONGEST_REASON, message = "must have at most {max} characters") String reason) {
    }

    @Operation(summary = "The classifier's models, and the last training")
    @GetMapping
    ModelsView get(Authentication who) {
        viewer.requireModels(who);
        return views.now();
    }

    @Operation(summary = "Return to a model that was active before", description = "409 for any other: a new one is adopted by the risk owners, in Tasklist.")
    @PutMapping("/active")
    ModelsView returnTo(@Valid @RequestBody Return to, Authentication who) {
        viewer.requireModels(who);
        models.returnTo(to.hash(), who.getName(), Texts.plain(to.reason()).strip());
        return views.now();
    }

    @Operation(summary = "Train a model on the desk's own closed tickets", description = "It goes on beside the desk's work; GET says how far it is, and what came of it. "
            + "409 while one runs, while a new model waits for a decision, and where the desk keeps no words.")
    @PostMapping("/trainings")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ModelsView train(Authentication who) {
        viewer.requireModels(who);
        retrainings.ask(who.getName());
        return views.now();
    }
}
