package org.deskwright.triage;

import java.time.Clock;

import org.deskwright.learning.Glossary;
import org.deskwright.learning.ModelFile;
import org.deskwright.learning.TicketHistory;
import org.deskwright.ticket.Category;
import org.deskwright.ticket.Taxonomy;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TriageSettings.class)
class TriageConfiguration {

    @Bean
    Classifier classifier(TriageSettings settings, Taxonomy taxonomy, Clock clock) {
        return new AwaitedClassifier(() -> {
            TicketHistory history = TicketHistory.read(settings.application(), taxonomy.categories().stream().map(Category::id).toList());
            Glossary glossary = Glossary.read(settings.application());
            return new HistoryClassifier(new StoredModel(new ModelFile(settings.model().resolve("classifier.model")), clock).of(history, glossary));
        });
    }
}
