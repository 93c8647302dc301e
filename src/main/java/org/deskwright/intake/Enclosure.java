package org.deskwright.intake;

/**
 * A file that came with a request.
 *
 * @param fileName kept without what could deceive whoever sees it
 */
public record Enclosure(String fileName, String mediaType, byte[] content) {

    private static final String UNNAMED = "attachment";

    public Enclosure {
        String clean = FileName.clean(fileName);
        fileName = clean.isEmpty() ? UNNAMED : clean;
    }
}
