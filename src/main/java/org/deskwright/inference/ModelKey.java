package org.deskwright.inference;

/** What opens a provider's door. It says its value to nobody but who asks for it, so that it does not stand in a log by mistake. */
public final class ModelKey {

    /** Of a provider that asks for none. */
    public static final ModelKey NONE = new ModelKey("");

    private final String value;

    /** @param value empty for none */
    public ModelKey(String value) {
        this.value = value;
    }

    public boolean isThere() {
        return !value.isEmpty();
    }

    public String value() {
        return value;
    }

    @Override
    public String toString() {
        return isThere() ? "***" : "none";
    }
}
