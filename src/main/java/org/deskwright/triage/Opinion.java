package org.deskwright.triage;

/**
 * What a language model said of a request, until people have said it too.
 *
 * @param identity   as of {@link org.deskwright.inference.Reply}
 * @param said       how sure it was by its own account, in [0, 1]
 * @param isPlain    whether nothing spoke against it: only such answers show what its certainty is worth
 */
record Opinion(String identity, String model, String promptHash, String category, double said, boolean isPlain) {
}
