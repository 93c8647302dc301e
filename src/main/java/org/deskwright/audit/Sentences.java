package org.deskwright.audit;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** How each kind of entry reads, as {@code config/messages/en/record.yaml} says it, from beside the application or else from the jar. */
@Component
class Sentences {

    private static final String TEXTS = "config/messages/en/record.yaml";
    private static final String PARTS = "parts";

    private final Map<String, Wording> wordings = new LinkedHashMap<>();

    Sentences(ResourceLoader resources) {
        Map<String, Map<String, ?>> texts = read(resources);
        Map<String, ?> parts = texts.remove(PARTS);
        Mustache.Compiler mustache = Mustache.compiler().withEscaper(OneLine::of).defaultValue("").emptyStringIsFalse(true).zeroIsFalse(true)
                .withLoader(part -> new StringReader((String) parts.get(part)));
        texts.forEach((kind, text) -> wordings.put(kind, new Wording((String) text.get("title"), text.get("quiet") == Boolean.TRUE,
                mustache.compile((String) text.get("words")))));
    }

    private record Wording(String title, boolean quiet, Template words) {
    }

    private static Map<String, Map<String, ?>> read(ResourceLoader resources) {
        Resource beside = resources.getResource("file:./" + TEXTS);
        try (InputStream text = (beside.exists() ? beside : resources.getResource("classpath:/" + TEXTS)).getInputStream()) {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
        } catch (IOException e) {
            throw new UncheckedIOException("The sentences of the record cannot be read: " + TEXTS, e);
        }
    }

    /** Every kind that has words, with its title. */
    Map<String, String> titles() {
        return wordings.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, kind -> kind.getValue().title, (a, b) -> a, LinkedHashMap::new));
    }

    /** Kinds that say little to a person who reads them one after another. */
    List<String> quiet() {
        return wordings.entrySet().stream().filter(kind -> kind.getValue().quiet).map(Map.Entry::getKey).toList();
    }

    /** @return the kind itself if nobody has written a title for it */
    String title(String kind) {
        return wordings.containsKey(kind) ? wordings.get(kind).title : kind;
    }

    /** @return one line or several, as the wording has them, whatever the facts hold; none if nobody has written words for this kind */
    String words(String kind, Map<String, Object> context) {
        return wordings.containsKey(kind)
                ? wordings.get(kind).words.execute(context).lines().map(line -> line.replaceAll("\\s+", " ").strip())
                        .filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"))
                : "";
    }
}
