package org.deskwright.ticket;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.boot.context.properties.ConfigurationProperties;

/** The categories and queues of {@code config/taxonomy.yaml}, in the order of the file. */
@ConfigurationProperties("taxonomy")
public record Taxonomy(List<Category> categories, List<Queue> queues) {

    /** What is not for this desk, or not understood: never automatic. */
    public static final String OTHER = "other";

    public Taxonomy {
        if (categories == null || queues == null) {
            throw new IllegalArgumentException("config/taxonomy.yaml must list categories and queues");
        }
    }

    public Optional<Category> category(String id) {
        return categories.stream().filter(category -> category.id().equals(id)).findFirst();
    }

    /** @throws IllegalArgumentException naming the id, if there is no such queue */
    public Queue queue(String id) {
        return queues.stream().filter(queue -> queue.id().equals(id)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("config/taxonomy.yaml has no queue \"%s\"".formatted(id)));
    }

    /** Directory groups whose members are staff: they see all tickets. */
    public Set<String> staffGroups() {
        return queues.stream().map(Queue::group).collect(Collectors.toSet());
    }
}
