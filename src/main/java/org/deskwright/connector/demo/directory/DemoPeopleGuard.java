package org.deskwright.connector.demo.directory;

import java.util.List;
import org.deskwright.identity.Directory;
import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * Keeps the demo organisation out of production: wherever the desk is more than a demo, it does not start as long as
 * somebody could sign in with the password that the documentation names.
 */
final class DemoPeopleGuard implements SmartInitializingSingleton {

    private static final List<String> LOGINS = List.of("ada.lindqvist", "ben.okafor", "chloe.martin", "dmitri.volkov",
            "eva.rossi", "farid.haddad", "grace.kim", "hana.sato", "ivan.petrov", "judit.nagy", "kwame.mensah",
            "lena.fischer", "mateo.garcia", "noor.ali", "pia.weber", "svc-backup");

    private final Directory directory;

    DemoPeopleGuard(Directory directory) {
        this.directory = directory;
    }

    @Override
    public void afterSingletonsInstantiated() {
        LOGINS.stream().filter(this::isOpen).findFirst().ifPresent(login -> {
            throw new IllegalStateException("The directory holds the demo account " + login + " with the demo password."
                    + " Remove the demo people from the directory, or give them other passwords, before you start the"
                    + " desk outside the profile \"embedded\".");
        });
    }

    /** The password is only tried on Example Corp's own people: a wrong guess could lock somebody else's account. */
    private boolean isOpen(String login) {
        return directory.byLogin(login)
                .filter(person -> (login + "@example.org").equalsIgnoreCase(person.mail()))
                .flatMap(person -> directory.authenticate(login, DemoDirectoryServer.FIRST_PASSWORD))
                .isPresent();
    }
}
