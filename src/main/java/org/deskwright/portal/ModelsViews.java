package org.deskwright.portal;

import java.util.Optional;

import org.deskwright.learning.Provenance;
import org.deskwright.portal.ModelsView.ModelView;
import org.deskwright.portal.ModelsView.TrainingView;
import org.deskwright.ticket.Tickets;
import org.deskwright.triage.LearnedModel;
import org.deskwright.triage.LearnedModels;
import org.deskwright.triage.Retrainings;
import org.springframework.stereotype.Component;

/** Gathers what API and page show of the classifier's models. */
@Component
class ModelsViews {

    private final LearnedModels models;
    private final Retrainings retrainings;
    private final Tickets tickets;

    ModelsViews(LearnedModels models, Retrainings retrainings, Tickets tickets) {
        this.models = models;
        this.retrainings = retrainings;
        this.tickets = tickets;
    }

    ModelsView now() {
        return new ModelsView(models.all().stream().map(this::view).toList(),
                retrainings.latest().map(run -> TrainingView.of(run, ticket(run.model()))).orElse(null));
    }

    private ModelView view(LearnedModel model) {
        Optional<Provenance> provenance = Optional.ofNullable(model.isShipped() ? retrainings.shipped() : model.provenance());
        return new ModelView(model.hash(), model.state().word(), provenance.map(Provenance::dataHash).orElse(null), provenance.map(Provenance::n).orElse(null),
                model.learned(), provenance.map(Provenance::heldOut).orElse(null), model.comparison(), model.trainedBy(), model.trainedAt(),
                model.activeSince(), model.activeBy(), model.reason(), ticket(model.hash()));
    }

    /** It is filed a moment after the model is proposed. */
    private String ticket(String hash) {
        return hash == null ? null : tickets.numberOf(LearnedModel.SOURCE + hash).orElse(null);
    }
}
