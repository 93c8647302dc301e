package org.deskwright.governance;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import io.github.bucket4j.BucketExceptions;
import org.deskwright.identity.Directory;
import org.deskwright.identity.DirectoryUnavailable;
import org.deskwright.identity.Entitlement;
import org.deskwright.identity.Entitlements;
import org.deskwright.identity.Standing;
import org.deskwright.identity.VerifiedSubject;
import org.deskwright.ticket.Impression;
import org.deskwright.ticket.Said;
import org.deskwright.ticket.Taxonomy;
import org.deskwright.ticket.TextUnavailable;
import org.deskwright.ticket.Ticket;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Establishes what the mandatory-review table decides on. What cannot be established is left out, and counts as unknown. */
@Component
public class Facts {

    private final Directory directory;
    private final Standing standing;
    private final UnknownGroups unknownGroups;
    private final Taxonomy taxonomy;
    private final Entitlements entitlements;
    private final Switches switches;
    private final Phases phases;
    private final Limits limits;
    private final Revocations revocations;
    private final AskedFor askedFor;
    private final LimitSettings settings;

    Facts(Directory directory, Standing standing, UnknownGroups unknownGroups, Taxonomy taxonomy, Entitlements entitlements, Switches switches,
          Phases phases, Limits limits, Revocations revocations, AskedFor askedFor, LimitSettings settings) {
        this.unknownGroups = unknownGroups;
        this.askedFor = askedFor;
        this.revocations = revocations;
        this.settings = settings;
        this.switches = switches;
        this.phases = phases;
        this.limits = limits;
        this.directory = directory;
        this.standing = standing;
        this.taxonomy = taxonomy;
        this.entitlements = entitlements;
    }

    public Map<Fact, String> of(Plan plan, Ticket ticket, VerifiedSubject subject) {
        Map<Fact, String> facts = new EnumMap<>(Fact.class);
        facts.put(Fact.SENDER_AUTHENTICATED, Fact.yesNo(subject.isSenderAuthenticated()));
        facts.put(Fact.SECOND_EVIDENCE, plan.step() == Step.RESET_PASSWORD ? Fact.yesNo(subject.isVerifiedTwice()) : "not-needed");
        kind(subject).ifPresent(kind -> facts.put(Fact.ACCOUNT_KIND, kind.name().toLowerCase(Locale.ROOT)));
        Optional<Said> words = words(ticket);
        putText(facts, plan, ticket, words.map(Said::whole));
        askedFor.of(plan, words).ifPresent(value -> facts.put(Fact.ASKED_FOR, value));
        if (plan.type() == ActionType.ADD_TO_GROUP) {
            entitlements.byId(plan.parameters().getOrDefault("entitlement", ""))
                    .filter(entitlement -> entitlement.group().equals(plan.parameters().get("group")))
                    .ifPresent(entitlement -> put(facts, entitlement));
        } else {
            facts.put(Fact.SENSITIVITY, "none");
            facts.put(Fact.REGULATED_DATA, "no");
        }
        change(plan).forEach((fact, known) -> known.ifPresent(value -> facts.put(fact, value)));
        putDesk(facts, plan, ticket);
        return facts;
    }

    /** Who is in a group that is not shown just now looks like anybody else. */
    private Optional<Standing.Kind> kind(VerifiedSubject subject) {
        try {
            return unknownGroups.find().isEmpty() ? Optional.of(standing.of(subject.person(), taxonomy.staffGroups())) : Optional.empty();
        } catch (DirectoryUnavailable unknown) {
            return Optional.empty();
        }
    }

    private static Optional<Said> words(Ticket ticket) {
        try {
            return ticket.said();
        } catch (TextUnavailable unknown) {
            return Optional.empty();
        }
    }

    /** What its words say, as they were read, and whom the directory finds in them now. Nobody read those of tickets from before. */
    private void putText(Map<Fact, String> facts, Plan plan, Ticket ticket, Optional<String> words) {
        Optional<Impression> impression = Optional.ofNullable(ticket.impression());
        impression.ifPresent(it -> {
            facts.put(Fact.INJECTION_SIGNAL, Fact.yesNo(it.speaksToMachine()));
            facts.put(Fact.SECOND_REQUEST, Fact.yesNo(it.second()));
            facts.put(Fact.BROKEN_ANSWER, Fact.yesNo(it.brokenAnswer()));
            facts.put(Fact.LEFT_TO_PEOPLE, Fact.yesNo(it.leftToPeople()));
        });
        Optional<Boolean> known = words.flatMap(text -> namesOthers(plan, text));
        Optional<Boolean> read = impression.map(Impression::namesOther);
        if (known.orElse(false) || read.orElse(false)) {
            facts.put(Fact.OTHER_PERSON_NAMED, "yes");
        } else if (known.isPresent() && read.isPresent()) {
            facts.put(Fact.OTHER_PERSON_NAMED, "no");
        }
    }

    private Optional<Boolean> namesOthers(Plan plan, String text) {
        try {
            return directory.namedIn(text).anybodyBut(plan.target());
        } catch (DirectoryUnavailable unknown) {
            return Optional.empty();
        }
    }

    /**
     * What an action changes besides the account it is aimed at. A link is for one person and costs nothing, and none of the
     * types writes into an HR record; a new one has to say so here.
     */
    private Map<Fact, Optional<String>> change(Plan plan) {
        Optional<String> none = Optional.of("none");
        return switch (plan.type()) {
            case SEND_RESET_LINK, CANCEL_RESET_LINK ->
                    Map.of(Fact.BLAST_RADIUS, Optional.of("one"), Fact.AMOUNT, none, Fact.RECORD_FIELD, none);
            case ADD_TO_GROUP, REMOVE_FROM_GROUP ->
                    Map.of(Fact.BLAST_RADIUS, reach(plan.group()), Fact.AMOUNT, plan.costs().flatMap(settings::spends), Fact.RECORD_FIELD, none);
        };
    }

    /** A group that is in others gives more than was asked for. */
    private Optional<String> reach(String group) {
        try {
            return directory.groupsAbove(group).map(above -> above.isEmpty() ? "one" : "many");
        } catch (DirectoryUnavailable unknown) {
            return Optional.empty();
        }
    }

    /** What the desk may do at this moment, and what people said of the same before. The former is looked at again when the action begins. */
    private void putDesk(Map<Fact, String> facts, Plan plan, Ticket ticket) {
        try {
            facts.put(Fact.AUTOMATION, switches.holds(plan, ticket) ? "stopped" : "on");
            facts.put(Fact.PHASE, phases.of(ticket.category()).word());
            facts.put(Fact.LIMIT, limits.of(plan, Limits.sender(ticket)).word());
            facts.put(Fact.TAKEN_BACK_BEFORE, Fact.yesNo(revocations.tookBack(plan)));
        } catch (DataAccessException | BucketExceptions.BucketExecutionException unknown) {
            // left out: an unknown fact goes to a person
        }
    }

    private static void put(Map<Fact, String> facts, Entitlement entitlement) {
        facts.put(Fact.SENSITIVITY, entitlement.sensitivity().name().toLowerCase(Locale.ROOT));
        facts.put(Fact.REGULATED_DATA, Fact.yesNo(entitlement.regulated()));
    }
}
