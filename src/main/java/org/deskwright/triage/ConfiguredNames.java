package org.deskwright.triage;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

import org.deskwright.identity.Entitlements;
import org.deskwright.learning.Shipped;
import org.deskwright.reading.KnownNames;
import org.deskwright.ticket.Category;
import org.deskwright.ticket.Taxonomy;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.io.InputStreamResource;

/** The categories and the names of applications that stand in {@code config}, read as the desk reads them, for what runs without one. */
final class ConfiguredNames {

    private final Path application;

    /** @param application folder whose {@code config} goes before the one in the jar */
    ConfiguredNames(Path application) {
        this.application = application;
    }

    List<String> categories() {
        return bound("taxonomy", Taxonomy.class).categories().stream().map(Category::id).toList();
    }

    KnownNames applications() {
        return RequestReader.applications(bound("entitlements", Entitlements.class));
    }

    private <T> T bound(String name, Class<T> type) {
        String file = "config/%s.yaml".formatted(name);
        MutablePropertySources sources = new MutablePropertySources();
        try (InputStream yaml = Shipped.open(application, file).orElseThrow(() -> new FileNotFoundException(file))) {
            new YamlPropertySourceLoader().load(name, new InputStreamResource(yaml)).forEach(sources::addLast);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
        return new Binder(ConfigurationPropertySources.from(sources)).bind(name, type).get();
    }
}
