package org.deskwright.process.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.camunda.bpm.engine.impl.util.xml.Element;

/** Reads the processes of one file that the engine will run, or says in a sentence why that is not possible. */
final class Drawings {

    /** Hundred times the largest diagram that a person can still read. */
    private static final int MOST_BYTES = 5_000_000;

    private Drawings() {
    }

    /** @throws Unreadable with the reason */
    static List<Drawing> read(String file, byte[] content) {
        checkSize(content.length);
        return of(file, Definitions.read(content));
    }

    /**
     * What a file defines, for whoever looks at more than its processes.
     *
     * @throws Unreadable with the reason
     */
    static Element definitions(Path file) throws IOException {
        checkSize(Files.size(file));
        return Definitions.read(Files.readAllBytes(file));
    }

    /** @throws Unreadable with the reason */
    static List<Drawing> of(String file, Element definitions) {
        List<Element> processes = definitions.elements("process");
        if (processes.isEmpty()) {
            throw new Unreadable("it holds no process");
        }
        return processes.stream().filter(Drawings::runs).map(process -> new Drawing(file, process)).toList();
    }

    /** The engine leaves out what is drawn for people only, and what does not say: it must not stand for one that runs. */
    private static boolean runs(Element process) {
        return Boolean.parseBoolean(process.attribute("isExecutable"));
    }

    private static void checkSize(long bytes) {
        if (bytes > MOST_BYTES) {
            throw new Unreadable("it is larger than %d MB, which is no diagram for people".formatted(MOST_BYTES / 1_000_000));
        }
    }
}
