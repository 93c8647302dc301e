package org.deskwright.identity;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The company's directory of people and groups: the one place where the desk learns who somebody is.
 * Every method throws {@link DirectoryUnavailable} when the directory cannot be asked; nobody may take that for "not found".
 */
public interface Directory {

    Optional<Person> byLogin(String login);

    /** By primary mail address, ignoring case. */
    Optional<Person> byMail(String address);

    /** The person, if the password is right and the account neither locked nor disabled. An empty password never is. */
    Optional<Person> authenticate(String login, String password);

    /** People whose login, name or mail contains the term, ordered by login; an empty term means everybody. */
    List<Person> find(String term, int limit);

    List<Person> membersOf(String group);

    List<String> groups();

    /** Which of these groups it does not show, asked for all at once. Upper and lower case are the same. */
    Set<String> missing(Set<String> groups);

    /** The other groups whose rights members of this one have, as it is in them itself; empty if there is no such group. */
    Optional<Set<String>> groupsAbove(String group);

    /**
     * People whom a free text names by full name, login or mail address. The text is data: it never becomes part of a
     * query unescaped.
     */
    Named namedIn(String text);
}
