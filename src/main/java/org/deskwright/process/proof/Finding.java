package org.deskwright.process.proof;

import java.util.List;

/**
 * Why a diagram is refused.
 *
 * @param process  the id of the process, {@code null} if the file holds none that can be read
 * @param element  the acting task or the call that it is about, {@code null} for the whole diagram
 * @param path     the way to it in the diagram's own words, {@code null} if none is to be shown
 * @param elements ids of the elements on that way
 */
public record Finding(String file, String process, String element, String what, String path, List<String> elements, String remedy) {

    /** The whole report, in a few lines. */
    public String text() {
        String where = process == null ? file : "%s (%s)".formatted(process, file);
        String way = path == null ? "" : "%n  on the way: %s".formatted(path);
        return "%s: %s%s%n  to put it right: %s".formatted(where, what, way, remedy);
    }
}
