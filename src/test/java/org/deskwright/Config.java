package org.deskwright;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import org.deskwright.identity.Entitlements;
import org.deskwright.identity.Standing;
import org.deskwright.ticket.Category;
import org.deskwright.ticket.Queue;
import org.deskwright.ticket.Taxonomy;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.FileSystemResource;

/** What stands in {@code config/}, read as the application reads it. */
public final class Config {

    public static final Taxonomy TAXONOMY = read("config/taxonomy.yaml", "taxonomy", Taxonomy.class);
    public static final List<String> CATEGORIES = TAXONOMY.categories().stream().map(Category::id).toList();
    public static final List<String> QUEUES = TAXONOMY.queues().stream().map(Queue::id).toList();
    public static final Entitlements ENTITLEMENTS = read("config/entitlements.yaml", "entitlements", Entitlements.class);
    public static final Standing STANDING = read("config/application.yaml", "desk.standing", Standing.class);

    private Config() {
    }

    private static <T> T read(String file, String prefix, Class<T> type) {
        try {
            List<PropertySource<?>> documents = new YamlPropertySourceLoader().load(file, new FileSystemResource(file));
            return new Binder(ConfigurationPropertySources.from(documents)).bind(prefix, type).get();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
