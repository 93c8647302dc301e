package org.deskwright.correspondence;

import org.deskwright.identity.Person;

/**
 * Where a message goes, and whom that says something about.
 *
 * @param whose login; of whom nobody knows that, the address itself
 */
record Addressee(String whose, String address) {

    static Addressee of(Person person) {
        return new Addressee(person.login(), person.mail());
    }

    static Addressee stranger(String address) {
        return new Addressee(address, address);
    }
}
