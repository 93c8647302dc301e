package org.deskwright.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.RepositoryService;
import org.deskwright.DeskTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.servlet.context.ServletWebServerInitializedEvent;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;

/** On its very first start, the desk answers only when it can work: ports open and mailboxes are read after its models are there. */
@DeskTest(webEnvironment = WebEnvironment.DEFINED_PORT)
@Import(FirstKnockTest.AtTheDoor.class)
class FirstKnockTest {

    @TestConfiguration
    static class AtTheDoor {

        private final RepositoryService repository;
        private long whenThePortOpened;
        private long whenThePollersBegan;

        AtTheDoor(RepositoryService repository) {
            this.repository = repository;
        }

        @EventListener
        void on(ServletWebServerInitializedEvent opened) {
            whenThePortOpened = models();
        }

        @EventListener
        void on(ContextRefreshedEvent refreshed) {
            whenThePollersBegan = models();
        }

        private long models() {
            return repository.createProcessDefinitionQuery().processDefinitionKey(MainProcess.KEY).count();
        }
    }

    @Autowired
    private AtTheDoor door;

    @Test
    void modelsAreDeployedBeforeAnybodyCanKnock() {
        assertThat(door.whenThePortOpened).isOne();
        assertThat(door.whenThePollersBegan).isOne();
    }
}
