package org.deskwright.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

import org.deskwright.learning.ModelFile;
import org.deskwright.learning.Prediction;
import org.deskwright.learning.SampleHistory;
import org.deskwright.ticket.Category;
import org.deskwright.ticket.Level;
import org.deskwright.ticket.Queue;
import org.deskwright.ticket.Taxonomy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class TriageConfigurationTest {

    @TempDir
    private Path folder;

    @Test
    void theDeskStartsWithTheStoredClassifier() throws IOException {
        new ModelFile(folder.resolve("classifier.model")).save(SampleHistory.model());
        List<Category> categories = SampleHistory.CATEGORIES.stream().map(TriageConfigurationTest::category).toList();
        new ApplicationContextRunner().withUserConfiguration(TriageConfiguration.class)
                .withBean(Clock.class, Clock::systemUTC).withBean(Taxonomy.class, () -> new Taxonomy(categories, List.<Queue>of(), List.of()))
                .withPropertyValues("desk.triage.model=" + folder)
                .run(context -> assertThat(context.getBean(AwaitedModel.class).get().predict("Password forgotten", "please reset my password"))
                        .extracting(Prediction::category).isEqualTo("password-reset"));
    }

    @Test
    void withoutAClassifierTheDeskDoesNotStart() {
        AwaitedModel awaited = new AwaitedModel(() -> {
            throw new IllegalArgumentException("config/history/email.jsonl, line 7 is no JSON");
        });
        assertThatThrownBy(awaited::afterSingletonsInstantiated).isInstanceOf(IllegalStateException.class).hasMessageContaining("line 7");
        assertThatThrownBy(awaited::get).isInstanceOf(IllegalStateException.class);
    }

    private static Category category(String id) {
        return new Category(id, id, id, Level.LOW, Level.LOW);
    }
}
