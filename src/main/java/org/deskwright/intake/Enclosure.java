package org.deskwright.intake;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file that came with a request.
 *
 * @param fileName  kept without what could deceive whoever sees it
 * @param mediaType type and subtype alone, in lower case: its parameters may hold words, such as the file's name
 */
public record Enclosure(String fileName, String mediaType, byte[] content) {

    private static final String UNNAMED = "attachment";
    private static final String UNKNOWN_TYPE = "application/octet-stream";
    /** A token of RFC 9110, as long as RFC 6838 allows. */
    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]{1,127}";
    private static final Pattern TYPE = Pattern.compile("\\s*(" + TOKEN + "/" + TOKEN + ")\\s*(;.*)?", Pattern.DOTALL);

    public Enclosure {
        String clean = FileName.clean(fileName);
        fileName = clean.isEmpty() ? UNNAMED : clean;
        Matcher type = TYPE.matcher(mediaType == null ? "" : mediaType);
        mediaType = type.matches() ? type.group(1).toLowerCase(Locale.ROOT) : UNKNOWN_TYPE;
    }
}
