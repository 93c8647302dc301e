package org.deskwright.intake;

import java.util.regex.Pattern;

/** Keeps one-time codes off the timeline. */
final class CodeMask {

    private static final Pattern CODE = Pattern.compile("(?<!\\d)\\d{4}[ -]?\\d{4}(?!\\d)");

    private CodeMask() {
    }

    static String of(String text) {
        return CODE.matcher(text).replaceAll("••••••••");
    }
}
