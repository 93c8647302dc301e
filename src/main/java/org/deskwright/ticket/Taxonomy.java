package org.deskwright.ticket;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The categories and queues of {@code config/taxonomy.yaml}, in the order of the file.
 *
 * @param fallback directory groups that are asked, in this order, where nobody in the queue's own group may decide
 */
@ConfigurationProperties("taxonomy")
public record Taxonomy(List<Category> categories, List<Queue> queues, List<String> fallback) implements StaffGroups {

    /** What is not for this desk, or not understood: never automatic. */
    public static final String OTHER = "other";

    public Taxonomy {
        if (categories == null || queues == null || fallback == null) {
            throw new IllegalArgumentException("config/taxonomy.yaml must list categories, queues and the fallback groups");
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

    /** Those who work a queue, and those who stand in for them. */
    @Override
    public Set<String> staffGroups() {
        return Stream.concat(queues.stream().map(Queue::group), fallback.stream()).collect(Collectors.toSet());
    }
}
