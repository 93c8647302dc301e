package org.deskwright.process.proof;

import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Tags in what models say. The web applications show the text of an error as HTML, and an error quotes the model: the
 * script of whoever deployed it would run as the person who sees it.
 */
public final class Markup {

    static final String FAULT = "HTML is not allowed in models";
    static final String REMEDY = "leave the angle brackets out; where \"<\" means less, write a blank after it";
    public static final String ADVICE = FAULT + "; " + REMEDY;

    private static final Pattern TAG = Pattern.compile("<[\\p{Alpha}/!?]");

    private Markup() {
    }

    static boolean isIn(String text) {
        return text != null && TAG.matcher(text).find();
    }

    public static boolean isIn(JsonNode node) {
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
