package org.deskwright.process.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.camunda.bpm.model.xml.ModelException;
import org.camunda.bpm.model.xml.instance.DomElement;

/** Reads the processes of one file, or says in a sentence why that is not possible. */
final class Drawings {

    /** Hundred times the largest diagram that a person can still read. */
    private static final int MOST_BYTES = 5_000_000;

    private Drawings() {
    }

    /** @throws Unreadable with the reason */
    static List<Drawing> read(Path file) throws IOException {
        checkSize(Files.size(file));
        return read(file.toString(), Files.readAllBytes(file));
    }

    /** @throws Unreadable with the reason */
    static List<Drawing> read(String file, byte[] content) {
        checkSize(content.length);
        try {
            DomElement definitions = Definitions.read(content);
            List<DomElement> processes = Xml.children(definitions, "process");
            if (processes.isEmpty()) {
                throw new Unreadable("it holds no process");
            }
            return processes.stream().map(process -> new Drawing(file, process)).toList();
        } catch (ModelException unreadable) {
            throw new Unreadable(reason(unreadable));
        }
    }

    private static void checkSize(long bytes) {
        if (bytes > MOST_BYTES) {
            throw new Unreadable("it is larger than %d MB, which is no diagram for people".formatted(MOST_BYTES / 1_000_000));
        }
    }

    private static String reason(ModelException unreadable) {
        Throwable cause = unreadable;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String reason = String.valueOf(cause.getMessage()).strip();
        return reason.contains("DOCTYPE") ? "it has a DOCTYPE, which models must not have" : "it is no BPMN 2.0 model: " + reason;
    }
}
