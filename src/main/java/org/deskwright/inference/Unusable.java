package org.deskwright.inference;

/** An answer that is not what was asked for. It says in the desk's own words what is wrong, and quotes nothing of it. */
final class Unusable extends Exception {

    Unusable(String why) {
        super(why);
    }
}
