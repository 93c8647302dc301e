package org.deskwright.portal;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.deskwright.governance.Breaker;
import org.deskwright.governance.Phase;
import org.deskwright.governance.Phases;
import org.deskwright.governance.Scope;
import org.deskwright.governance.Switches;
import org.deskwright.ticket.Word;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The stop switches, the roll-out and the breaker, for security and desk-admins. Each answer is the state afterwards. */
@RestController
@RequestMapping(path = "/api/v1/automation", produces = MediaType.APPLICATION_JSON_VALUE)
class AutomationApi {

    static final int LONGEST_REASON = 1_000;

    private final Viewer viewer;
    private final AutomationViews views;
    private final Switches switches;
    private final Phases phases;
    private final Breaker breaker;

    AutomationApi(Viewer viewer, AutomationViews views, Switches switches, Phases phases, Breaker breaker) {
        this.viewer = viewer;
        this.views = views;
        this.switches = switches;
        this.phases = phases;
        this.breaker = breaker;
    }

    /**
     * @param scope    everything, category, action-type or ticket
     * @param name     which one; left out for everything
     * @param revision as last seen; needed to resume
     */
    record Setting(@NotNull(message = "must be given") String scope, String name, @NotNull(message = "must be true or false") Boolean stopped,
                   @NotBlank(message = "must not be empty") @Size(max = LONGEST_REASON, message = "must have at most {max} characters") String reason,
                   Long revision) {
    }

    /**
     * @param phase    route, assist or auto
     * @param override why it may be raised although nothing is measured; needed to raise
     * @param revision as last seen; needed to raise
     */
    record Rollout(@NotNull(message = "must be given") String phase,
                   @NotBlank(message = "must not be empty") @Size(max = LONGEST_REASON, message = "must have at most {max} characters") String reason,
                   @Size(max = LONGEST_REASON, message = "must have at most {max} characters") String override, Long revision) {
    }

    record VoteToClose(@NotBlank(message = "must not be empty") @Size(max = LONGEST_REASON, message = "must have at most {max} characters") String reason) {
    }

    @GetMapping
    AutomationView get(Authentication who) {
        viewer.requireAutomation(who);
        return views.now();
    }

    @PutMapping
    AutomationView set(@Valid @RequestBody Setting setting, Authentication who) {
        viewer.requireAutomation(who, setting.stopped());
        Scope scope = scope(setting.scope());
        String name = setting.name() == null ? "" : setting.name();
        if (setting.stopped()) {
            switches.stop(scope, name, who.getName(), setting.reason());
        } else if (setting.revision() == null) {
            throw new InvalidField("revision", "must be given to resume, as last seen");
        } else {
            switches.resume(scope, name, who.getName(), setting.reason(), setting.revision());
        }
        return views.now();
    }

    @PutMapping("/categories/{id}")
    AutomationView rollOut(@PathVariable String id, @Valid @RequestBody Rollout rollout, Authentication who) {
        Phase to = phase(rollout.phase());
        viewer.requireAutomation(who, to == Phase.ROUTE);
        phases.set(id, to, who.getName(), rollout.reason(), rollout.override(), rollout.revision());
        return views.now();
    }

    @PostMapping("/breaker/votes")
    AutomationView voteToClose(@Valid @RequestBody VoteToClose vote, Authentication who) {
        viewer.requireAutomation(who, false);
        breaker.voteToClose(who.getName(), vote.reason());
        return views.now();
    }

    static Scope scope(String word) {
        return Word.find(Scope.class, word).orElseThrow(() -> new InvalidField("scope", "\"%s\" is none of everything, category, action-type, ticket".formatted(word)));
    }

    static Phase phase(String word) {
        return Word.find(Phase.class, word).orElseThrow(() -> new InvalidField("phase", "\"%s\" is none of route, assist, auto".formatted(word)));
    }
}
