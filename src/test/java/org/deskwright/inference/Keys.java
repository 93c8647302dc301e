package org.deskwright.inference;

/** Keys for tests outside this package; the desk itself takes them from the environment alone. */
public final class Keys {

    private Keys() {
    }

    public static ModelKey of(String value) {
        return new ModelKey(value);
    }
}
