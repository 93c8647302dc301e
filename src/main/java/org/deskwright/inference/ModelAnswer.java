package org.deskwright.inference;

import java.util.List;

/**
 * What a model answered, in the characters it chose.
 *
 * @param text      never empty: that would be a {@link ModelFailure.Malformed}
 * @param tokens    of the text in its order with their log-probabilities; empty where a provider does not tell them
 * @param model     as the provider names it in its answer, or as it was asked for where it says nothing
 * @param version   of the model as the provider reports it (a dated name, a system fingerprint), or {@code null}
 * @param tokensIn  as the provider counts them; 0 if it does not say
 * @param tokensOut as the provider counts them; 0 if it does not say
 */
public record ModelAnswer(String text, List<Token> tokens, String model, String version, long tokensIn, long tokensOut) {

    /** No request is longer; what says so is mistaken, and would use up a budget. */
    private static final long MOST_TOKENS = 10_000_000;

    public ModelAnswer {
        tokens = List.copyOf(tokens);
        tokensIn = Math.max(0, Math.min(MOST_TOKENS, tokensIn));
        tokensOut = Math.max(0, Math.min(MOST_TOKENS, tokensOut));
    }

    /** @param logProbability natural logarithm, at most 0 */
    public record Token(String text, double logProbability) {
    }

    /** Without what was said, which may be personal. */
    @Override
    public String toString() {
        return "ModelAnswer[model=%s, version=%s, tokensIn=%d, tokensOut=%d]".formatted(model, version, tokensIn, tokensOut);
    }
}
