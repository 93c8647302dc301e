package org.deskwright.process;

import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Tags in what models say. The web applications show the text of an error as HTML, and an error quotes the model: the
 * script of whoever deployed it would run as the person who sees it.
 */
final class Markup {

    static final String ADVICE = "HTML is not allowed in models; where \"<\" means less, write a blank after it";

    private static final Pattern TAG = Pattern.compile("<[\\p{Alpha}/!?]");

    private Markup() {
    }

    static boolean isIn(String text) {
        return text != null && TAG.matcher(text).find();
    }

    static boolean isIn(JsonNode node) {
        if (node.isTextual()) {
            return isIn(node.textValue());
        }
        for (JsonNode child : node) {
            if (isIn(child)) {
                return true;
            }
        }
        return false;
    }
}
