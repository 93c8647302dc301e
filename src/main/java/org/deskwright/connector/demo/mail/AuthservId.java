package org.deskwright.connector.demo.mail;

import java.util.Optional;

/** Reads who an Authentication-Results value claims to come from (RFC 8601 section 2.2). */
final class AuthservId {

    private static final String NOT_IN_TOKENS = "()<>@,;:\\\"/[]?=";

    private final String text;
    private int at;

    private AuthservId(String text) {
        this.text = text;
    }

    /** Empty if the value is not well-formed. */
    static Optional<String> of(String value) {
        AuthservId reading = new AuthservId(value);
        if (!reading.skipComments()) {
            return Optional.empty();
        }
        String id = reading.peek() == '"' ? reading.quoted() : reading.token();
        if (id == null || id.isEmpty() || !reading.skipComments()) {
            return Optional.empty();
        }
        while (Character.isDigit(reading.peek())) {
            reading.at++;
        }
        boolean ends = reading.skipComments() && (reading.peek() == 0 || reading.peek() == ';');
        return ends ? Optional.of(id) : Optional.empty();
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : 0;
    }

    private String token() {
        int start = at;
        while (peek() > ' ' && peek() < 127 && NOT_IN_TOKENS.indexOf(peek()) < 0) {
            at++;
        }
        return text.substring(start, at);
    }

    private String quoted() {
        StringBuilder content = new StringBuilder();
        for (at++; peek() != '"'; at++) {
            if (peek() == '\\') {
                at++;
            }
            if (peek() < ' ' || peek() > 126) {
                return null;
            }
            content.append(peek());
        }
        at++;
        return content.toString().strip();
    }

    /** Passes white space and nested comments; {@code false} if a comment does not end. */
    private boolean skipComments() {
        int depth = 0;
        for (; at < text.length(); at++) {
            char c = peek();
            if (c == '(') {
                depth++;
            } else if (depth > 0 && c == '\\') {
                at++;
            } else if (depth > 0 && c == ')') {
                depth--;
            } else if (depth == 0 && c != ' ' && c != '\t') {
                return true;
            }
        }
        return depth == 0;
    }
}
