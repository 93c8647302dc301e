package org.deskwright.learning;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A file of the {@code config} folder: the one beside the application if it is there, else the one in the jar. */
public final class Shipped {

    private Shipped() {
    }

    /** Empty if there is none, or the folder beside the application replaces the one in the jar. */
    public static Optional<InputStream> open(Path application, String name) throws IOException {
        Path beside = application.resolve(name);
        if (Files.isRegularFile(beside)) {
            return Optional.of(Files.newInputStream(beside));
        }
        // a folder beside the application replaces the one in the jar as a whole, so that histories never mix
        Path folder = beside.getParent();
        boolean replaced = folder != null && !folder.equals(application.resolve("config")) && Files.isDirectory(folder);
        return replaced ? Optional.empty() : Optional.ofNullable(Shipped.class.getClassLoader().getResourceAsStream(name));
    }
}
