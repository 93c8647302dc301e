package org.deskwright.learning;

import java.util.List;

/**
 * How well one category is known.
 *
 * @param precision share of right ones among those proposed; {@code null} if it never was
 * @param recall    share of those found; {@code null} if there were none
 * @param f1        harmonic mean of both; 0 if nothing was right
 * @param support   tickets of the category
 * @param proposed  tickets taken for it
 */
record CategoryQuality(String category, Double precision, Double recall, double f1, int support, int proposed) {

    static CategoryQuality of(int position, String category, List<Judged> judged) {
        int hits = 0;
        int support = 0;
        int proposed = 0;
        for (Judged each : judged) {
            support += each.truth() == position ? 1 : 0;
            proposed += each.proposed() == position ? 1 : 0;
            hits += each.truth() == position && each.isRight() ? 1 : 0;
        }
        return new CategoryQuality(category, proposed == 0 ? null : hits / (double) proposed, support == 0 ? null : hits / (double) support,
                hits == 0 ? 0 : 2.0 * hits / (support + proposed), support, proposed);
    }
}
