package org.deskwright.triage;

import java.time.Clock;
import java.util.List;

import org.deskwright.reading.TextReader;
import org.deskwright.ticket.Category;
import org.deskwright.ticket.Taxonomy;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TriageSettings.class)
class TriageConfiguration {

    @Bean
    AwaitedModel shippedModel(TriageSettings settings, Taxonomy taxonomy, Clock clock) {
        List<String> categories = taxonomy.categories().stream().map(Category::id).toList();
        return new AwaitedModel(() -> StoredModel.ofTheDesk(settings.model(), settings.application(), categories, clock));
    }

    @Bean
    TextReader textReader(TriageSettings settings) {
        return TextReader.of(settings.application());
    }
}
