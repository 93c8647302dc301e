package org.deskwright.audit;

import java.util.Optional;

/** Findings of one kind, of which only the first is worth a line: as many others would leave no room for what matters more. */
final class Alike {

    private String first;
    private long others;

    void add(String finding) {
        if (first == null) {
            first = finding;
        } else {
            others++;
        }
    }

    Optional<String> finding() {
        return Optional.ofNullable(first).map(finding -> others == 0 ? finding : "%s; and %d more like it".formatted(finding, others));
    }
}
