package org.deskwright.triage;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.deskwright.audit.Actor;
import org.deskwright.audit.AuditLog;
import org.deskwright.audit.Personal;
import org.deskwright.learning.Retraining.Retrained;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which model the classifier answers with, and which ones it could. A row of the database says so for all nodes, so a change
 * is there as a whole or not at all; each is on the record. A new one becomes active by a person's word alone.
 */
@Component
@Transactional
public class LearnedModels {

    /** Bytes. So much can be handed to every node. */
    static final int LARGEST = 64 << 20;

    private final ModelRows rows;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LearnedModels(ModelRows rows, AuditLog audit, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Newest first, the shipped one last. */
    public List<LearnedModel> all() {
        return rows.all();
    }

    /** @throws UnknownModel if there is none */
    public LearnedModel get(String hash) {
        return rows.find(hash).orElseThrow(() -> new UnknownModel(hash));
    }

    public LearnedModel active() {
        return get(rows.active());
    }

    String activeHash() {
        return rows.active();
    }

    /** The one that waits for a person's word. */
    public Optional<LearnedModel> candidate() {
        return rows.all().stream().filter(model -> model.state() == ModelState.CANDIDATE).findFirst();
    }

    /**
     * A model that beat the active one.
     *
     * @throws ModelRefused if another one waits already, or it was compared with one that is not active any more
     */
    void propose(String hash, byte[] content, Retrained model, String comparedWith, String by) {
        rows.hold();
        if (!model.comparison().isBetter() || content.length > LARGEST) {
            throw new IllegalArgumentException("Only a better model of at most %d bytes is proposed".formatted(LARGEST));
        }
        refuseIfWaiting();
        if (!rows.active().equals(comparedWith)) {
            throw new ModelRefused("Another model became active meanwhile; the new one was not compared with it, and is not kept");
        }
        rows.add(hash, content, model, comparedWith, by);
        events.publishEvent(new ModelProposed(hash));
    }

    /** @throws ModelRefused if a model waits for a person's word: what comes of that is what the next one is compared with */
    void refuseIfWaiting() {
        candidate().ifPresent(waiting -> {
            throw new ModelRefused("A new model waits for a decision already: please decide on that one first");
        });
    }

    /**
     * Whether a candidate can still become active.
     *
     * @throws ModelRefused if it was decided on, or beat a model that is not the active one any more
     */
    public void check(String hash) {
        LearnedModel model = get(hash);
        if (model.state() != ModelState.CANDIDATE) {
            throw new ModelRefused("Somebody has decided on this model already");
        }
        if (!model.comparedWith().equals(rows.active())) {
            throw new ModelRefused("Another model became active since this one was compared with the former: please decline it, and have the desk trained again");
        }
    }

    /**
     * @param ticket on which they decided
     * @throws ModelRefused as {@link #check}
     */
    public void adopt(String hash, String by, String ticket) {
        rows.hold();
        check(hash);
        LearnedModel model = get(hash);
        rows.activate(hash, by, "Adopted in " + ticket, clock.instant());
        Map<String, Object> facts = model.facts();
        facts.put("former", model.comparedWith());
        audit.write(ticket, "MODEL_ADOPTED", Actor.person(by), facts);
    }

    /** @param by {@code null} if nobody has decided in time */
    public void decline(String hash, String by, String ticket) {
        rows.hold();
        LearnedModel model = get(hash);
        if (model.state() == ModelState.CANDIDATE) {
            rows.decline(hash, (by == null ? "Nobody decided in time in " : "Declined by " + by + " in ") + ticket);
            audit.write(ticket, "MODEL_DECLINED", by == null ? Actor.DESK : Actor.person(by), Map.of("model", hash, "inTime", by != null));
        }
    }

    /**
     * One that was active is so again.
     *
     * @throws UnknownModel if there is none
     * @throws ModelRefused if it is active, or never was
     */
    public void returnTo(String hash, String by, String why) {
        rows.hold();
        LearnedModel model = get(hash);
        switch (model.state()) {
            case ACTIVE -> throw new ModelRefused("This model is active already");
            case CANDIDATE -> throw new ModelRefused("This model was never active: it is adopted in Tasklist, by the group risk-owners");
            case DECLINED -> throw new ModelRefused("This model was declined, and never active");
            case FORMER -> {
                String left = rows.active();
                rows.activate(hash, by, why, clock.instant());
                Map<String, Object> facts = model.facts();
                facts.put("former", left);
                facts.put("reason", Personal.textOf(by, why));
                audit.write(null, "MODEL_RETURNED", Actor.person(by), facts);
            }
        }
    }
}
