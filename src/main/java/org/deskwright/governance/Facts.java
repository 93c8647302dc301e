package org.deskwright.governance;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.deskwright.identity.Directory;
import org.deskwright.identity.DirectoryUnavailable;
import org.deskwright.identity.Entitlement;
import org.deskwright.identity.Entitlements;
import org.deskwright.identity.Person;
import org.deskwright.identity.Standing;
import org.deskwright.identity.VerifiedSubject;
import org.deskwright.ticket.Ticket;
import org.springframework.stereotype.Component;

/** Establishes what the mandatory-review table decides on. What cannot be established is left out, and counts as unknown. */
@Component
public class Facts {

    private final Directory directory;
    private final Standing standing;
    private final Entitlements entitlements;

    Facts(Directory directory, Standing standing, Entitlements entitlements) {
        this.directory = directory;
        this.standing = standing;
        this.entitlements = entitlements;
    }

    public Map<Fact, String> of(Plan plan, Ticket ticket, VerifiedSubject subject) {
        Map<Fact, String> facts = new EnumMap<>(Fact.class);
        facts.put(Fact.SENDER_AUTHENTICATED, Fact.yesNo(subject.isSenderAuthenticated()));
        facts.put(Fact.SECOND_EVIDENCE, plan.step() == Step.RESET_PASSWORD ? Fact.yesNo(subject.isVerifiedTwice()) : "not-needed");
        facts.put(Fact.ACCOUNT_KIND, standing.of(subject.person()).name().toLowerCase(Locale.ROOT));
        try {
            List<Person> named = directory.namedIn(ticket.subject() + "\n" + ticket.body());
            facts.put(Fact.OTHER_PERSON_NAMED, Fact.yesNo(named.stream().anyMatch(person -> !person.login().equals(plan.target()))));
        } catch (DirectoryUnavailable unknown) {
            // left out: an unknown fact goes to a person
        }
        if (plan.type() == ActionType.ADD_TO_GROUP) {
            entitlements.byId(plan.parameters().getOrDefault("entitlement", ""))
                    .filter(entitlement -> entitlement.group().equals(plan.parameters().get("group")))
                    .ifPresent(entitlement -> put(facts, entitlement));
        } else {
            facts.put(Fact.SENSITIVITY, "none");
            facts.put(Fact.REGULATED_DATA, "no");
        }
        return facts;
    }

    private static void put(Map<Fact, String> facts, Entitlement entitlement) {
        facts.put(Fact.SENSITIVITY, entitlement.sensitivity().name().toLowerCase(Locale.ROOT));
        facts.put(Fact.REGULATED_DATA, Fact.yesNo(entitlement.regulated()));
    }
}
