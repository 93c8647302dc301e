package org.deskwright.connector.demo.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.deskwright.identity.Directory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class DemoMailConfigurationTest {

    @TempDir
    Path data;

    @Test
    void theServerRunsInTheEmbeddedProfileAndStopsWithIt() {
        DemoMailServer[] server = new DemoMailServer[1];
        runner().withPropertyValues("spring.profiles.active=embedded").run(context -> {
            server[0] = context.getBean(DemoMailServer.class);
            assertThat(server[0].isRunning()).isTrue();
            assertThat(data.resolve("mail")).isDirectory();
        });
        assertThat(server[0].isRunning()).isFalse();
    }

    @Test
    void noOtherProfileHasIt() {
        runner().run(context -> assertThat(context).doesNotHaveBean(DemoMailServer.class));
    }

    private ApplicationContextRunner runner() {
        return new ApplicationContextRunner().withUserConfiguration(DemoMailConfiguration.class)
                .withBean(Directory.class, PeopleInMemory::new)
                .withPropertyValues("desk.data=" + data, "desk.demo.smtp-port=0", "desk.demo.imap-port=0");
    }
}
