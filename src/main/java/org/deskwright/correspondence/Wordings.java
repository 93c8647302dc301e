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

    static final String ENGLISH = "en";

    private final ResourceLoader resources;
    private final Map<String, Wording> read = new ConcurrentHashMap<>();

    public Wordings(ResourceLoader resources) {
        this.resources = resources;
    }

    /** @throws IllegalArgumentException naming the file, if there is none */
    public Wording get(String name) {
        return get(name, ENGLISH);
    }

    /** In English where there is none in this language. */
    Wording get(String name, String language) {
        return read.computeIfAbsent(language + "/" + name, path -> text(path).exists() ? load(name, path) : load(name, ENGLISH + "/" + name));
    }

    private Wording load(String name, String path) {
        try {
            return Wording.parse(name, text(path).getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalArgumentException("There is no message text config/messages/%s.txt".formatted(path), e);
        }
    }

    private Resource text(String name) {
        String path = "config/messages/" + name + ".txt";
        Resource beside = resources.getResource("file:./" + path);
        return beside.exists() ? beside : resources.getResource("classpath:/" + path);
    }
}
