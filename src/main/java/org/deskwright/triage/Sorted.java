package org.deskwright.triage;

import java.util.List;

/**
 * What a request is about, as the performers of the table say. Nothing of its words is in it.
 *
 * @param opinions of language models, also of those that nobody went by
 */
record Sorted(Classification classification, Performance performance, Caution caution, List<Opinion> opinions) {

    Sorted {
        opinions = List.copyOf(opinions);
    }
}
