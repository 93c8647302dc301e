package org.deskwright.intake;

import java.util.regex.Pattern;

/** File names that can be shown, stored and downloaded: no path, nothing invisible, nothing a browser minds. */
public final class FileName {

    private static final int MAX = 150;
    private static final int LONGEST_ENDING = 12;
    /** Among them U+202E, which turns round what is read after it: a program looks like a picture. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\u2028\\u2029]");
    private static final Pattern FORBIDDEN = Pattern.compile("[<>:\"|?*%;$`'&]");
    private static final Pattern RESERVED =
            Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?");

    private FileName() {
    }

    /** Empty if nothing is left of it. */
    public static String clean(String given) {
        String visible = INVISIBLE.matcher(given).replaceAll("");
        String last = visible.substring(Math.max(visible.lastIndexOf('/'), visible.lastIndexOf('\\')) + 1);
        String name = FORBIDDEN.matcher(last).replaceAll("_").replaceAll("\\s+", " ").strip()
                .replaceAll("^\\.+|[. ]+$", "");
        return shortened(RESERVED.matcher(name).matches() ? "_" + name : name);
    }

    /** The ending stays, for it says the type. */
    private static String shortened(String name) {
        if (name.length() <= MAX) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String ending = dot > 0 && name.length() - dot <= LONGEST_ENDING ? name.substring(dot) : "";
        int end = MAX - ending.length();
        return name.substring(0, Character.isHighSurrogate(name.charAt(end - 1)) ? end - 1 : end) + ending;
    }
}
