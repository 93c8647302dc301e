package org.deskwright.inference;

import java.util.Set;
import java.util.TreeSet;

/** Under which names {@code config/models.yaml} describes models, on or off, in their order. */
public record ModelNames(Set<String> names) {

    public ModelNames {
        names = new TreeSet<>(names);
    }
}
