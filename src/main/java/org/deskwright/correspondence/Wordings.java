package org.deskwright.correspondence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Component;

/** The message texts of {@code config/messages}, from beside the application or else from the jar. */
@Component
public class Wordings {

    private final ResourceLoader resources;
    private final Map<String, Wording> read = new ConcurrentHashMap<>();

    public Wordings(ResourceLoader resources) {
        this.resources = resources;
    }

    /** @throws IllegalArgumentException naming the file, if there is none */
    public Wording get(String name) {
        return read.computeIfAbsent(name, this::load);
    }

    private Wording load(String name) {
        String path = "config/messages/en/" + name + ".txt";
        Resource beside = resources.getResource("file:./" + path);
        Resource text = beside.exists() ? beside : resources.getResource("classpath:/" + path);
        try {
            return Wording.parse(name, text.getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalArgumentException("There is no message text " + path, e);
        }
    }
}
