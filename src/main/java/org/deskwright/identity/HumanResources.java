package org.deskwright.identity;

import java.util.Optional;

/** The HR system: where registered contact details come from, never from the text of a ticket. */
public interface HumanResources {

    Optional<Contact> contactOf(String login);
}
