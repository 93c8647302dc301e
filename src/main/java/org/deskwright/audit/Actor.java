package org.deskwright.audit;

/**
 * Who did what an entry says: a person, or a part of the desk with its version. A person stands in the record under a
 * pseudonym, which no longer leads to anybody once the person is forgotten.
 *
 * @param login of a person, else null
 * @param name  of a performer, else null
 * @param model version of the model that acted: what it learned from; null for whatever has learned nothing
 */
public record Actor(String login, String name, String model) {

    public static final Actor DESK = performer("desk");

    public static Actor person(String login) {
        return new Actor(login, null, null);
    }

    /** @param name what acted, with its version where it has one: a table, a classifier, a channel, or {@code person:<login>} */
    public static Actor performer(String name) {
        return performer(name, null);
    }

    /** @param model its version, if what acted is a model; null otherwise */
    public static Actor performer(String name, String model) {
        return name.startsWith(Entry.PERSON) ? person(name.substring(Entry.PERSON.length())) : new Actor(null, name, model);
    }

    /** For words like those of the timeline, where the desk itself stands among the people. */
    public static Actor named(String who) {
        return who.equals(DESK.name) ? DESK : person(who);
    }
}
