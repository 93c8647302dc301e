package org.deskwright.triage;

import java.util.Optional;
import java.util.function.Function;

import org.deskwright.ticket.Taxonomy;

/** What a sentence is about, where that is sure enough for it to be a request of its own. */
record SureCategory(Classifier classifier) implements Function<String, Optional<String>> {

    private static final double SURE = 0.8;

    @Override
    public Optional<String> apply(String sentence) {
        return Optional.of(classifier.classify("", sentence)).filter(about -> about.confidence().value() >= SURE).map(Classification::category)
                .filter(category -> !category.equals(Taxonomy.OTHER));
    }
}
