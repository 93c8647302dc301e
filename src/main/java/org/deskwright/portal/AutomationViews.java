package org.deskwright.portal;

import java.util.List;
import java.util.stream.Stream;

import org.deskwright.governance.ActionType;
import org.deskwright.governance.Breaker;
import org.deskwright.governance.CategoryPhase;
import org.deskwright.governance.Phases;
import org.deskwright.governance.Scope;
import org.deskwright.governance.Switch;
import org.deskwright.governance.Switches;
import org.deskwright.portal.AutomationView.BreakerView;
import org.deskwright.portal.AutomationView.CategoryView;
import org.deskwright.portal.AutomationView.SwitchView;
import org.deskwright.ticket.Taxonomy;
import org.springframework.stereotype.Component;

/** Gathers what API and page show of the automation. */
@Component
class AutomationViews {

    private final Switches switches;
    private final Phases phases;
    private final Breaker breaker;
    private final Taxonomy taxonomy;

    AutomationViews(Switches switches, Phases phases, Breaker breaker, Taxonomy taxonomy) {
        this.switches = switches;
        this.phases = phases;
        this.breaker = breaker;
        this.taxonomy = taxonomy;
    }

    /** The revision is read first: what changes meanwhile makes it old, and never the other way round. */
    AutomationView now() {
        long revision = switches.revision();
        List<Switch> set = switches.all();
        return new AutomationView(revision, view(set, Scope.EVERYTHING, "", "Every action"),
                phases.all().stream().map(phase -> category(set, phase)).toList(),
                Stream.of(ActionType.values()).map(type -> view(set, Scope.ACTION_TYPE, type.word(), type.label())).toList(),
                set.stream().filter(it -> it.scope() == Scope.TICKET && it.stopped()).map(it -> view(set, Scope.TICKET, it.name(), it.name())).toList(),
                breaker.open().map(it -> new BreakerView(it.ticket(), it.why(), it.openedAt(), it.votes())).orElse(null));
    }

    private CategoryView category(List<Switch> set, CategoryPhase it) {
        String label = taxonomy.category(it.category()).orElseThrow().name();
        return new CategoryView(it.category(), label, it.phase().word(), it.who(), it.at(), it.why(), it.override(),
                view(set, Scope.CATEGORY, it.category(), label));
    }

    private static SwitchView view(List<Switch> set, Scope scope, String name, String label) {
        return set.stream().filter(it -> it.scope() == scope && it.name().equals(name)).findFirst()
                .map(it -> new SwitchView(scope.word(), name, label, it.stopped(), it.who(), it.at(), it.why()))
                .orElseGet(() -> new SwitchView(scope.word(), name, label, false, null, null, null));
    }
}
