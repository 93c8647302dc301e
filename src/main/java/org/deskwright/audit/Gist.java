package org.deskwright.audit;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;

/** What readers look for in an entry: what came out, and whom it mentions. */
final class Gist {

    /** The facts that say how something went, of which an entry has one at most. */
    private static final List<String> OUTCOMES = List.of("outcome", "autonomy", "state", "answer", "closureCode");
    private static final int LONGEST = 50;

    private Gist() {
    }

    /** In lower case. No database takes every character, and nobody searches for what is no word. */
    static Optional<String> outcome(JsonNode facts) {
        return OUTCOMES.stream().map(name -> facts.path(name).asText().toLowerCase(Locale.ROOT)).filter(word -> !word.isEmpty() && word.length() <= LONGEST)
                .filter(word -> word.chars().noneMatch(Character::isISOControl)).findFirst();
    }

    /** Pseudonyms of who did it and of whom it says something. */
    static Set<UUID> persons(JsonNode body) {
        Set<UUID> persons = new HashSet<>();
        pseudonym(body.at("/actor/user/uid")).ifPresent(persons::add);
        gather(body, persons);
        return persons;
    }

    private static void gather(JsonNode node, Set<UUID> persons) {
        pseudonym(node.path(Pseudonyms.PERSON)).ifPresent(persons::add);
        node.forEach(part -> gather(part, persons));
    }

    private static Optional<UUID> pseudonym(JsonNode value) {
        try {
            return value.isTextual() ? Optional.of(UUID.fromString(value.asText())) : Optional.empty();
        } catch (IllegalArgumentException another) {
            return Optional.empty();
        }
    }
}
