package org.deskwright.inference;

import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/** How probable the words were that a model chose for one field of its answer. */
final class TokenChances {

    private static final JsonFactory JSON = new JsonFactory();

    private TokenChances() {
    }

    /**
     * The product of the probabilities of all tokens that the field's value touches.
     *
     * @return empty if the tokens do not make up the answer, or are no probabilities: then nothing is known of them
     */
    static OptionalDouble of(String field, ModelAnswer answer) {
        int[] span = span(field, answer.text());
        StringBuilder whole = new StringBuilder();
        double sum = 0;
        for (ModelAnswer.Token token : answer.tokens()) {
            int from = whole.length();
            whole.append(token.text());
            if (whole.length() > span[0] && from < span[1]) {
                sum += token.logProbability();
            }
        }
        boolean isTold = span[1] > span[0] && whole.toString().contentEquals(answer.text()) && sum <= 0
                && answer.tokens().stream().allMatch(token -> token.logProbability() <= 0);
        return isTold ? OptionalDouble.of(Math.exp(sum)) : OptionalDouble.empty();
    }

    /** Where the value of the outermost object's field stands, without its quotation marks; nowhere if it has none. */
    private static int[] span(String field, String text) {
        try (JsonParser parser = JSON.createParser(text)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.FIELD_NAME && parser.getParsingContext().getParent().inRoot() && parser.currentName().equals(field)) {
                    parser.nextToken();
                    parser.getText();
                    int start = (int) parser.currentTokenLocation().getCharOffset();
                    int end = (int) parser.currentLocation().getCharOffset();
                    return new int[] {start + 1, end - 1};
                }
            }
        } catch (IOException e) {
            // a fence around it, for instance: what the words were worth is not known then
        }
        return new int[] {0, 0};
    }
}
