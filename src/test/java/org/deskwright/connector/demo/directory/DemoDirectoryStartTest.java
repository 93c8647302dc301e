package org.deskwright.connector.demo.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.deskwright.identity.Directory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

class DemoDirectoryStartTest {

    private final ApplicationContextRunner desk = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ConfigurationPropertiesAutoConfiguration.class))
            .withUserConfiguration(Connectors.class);

    @Test
    void theLdapAdapterFindsTheDirectoryByItself(@TempDir Path data) {
        desk.withPropertyValues("spring.profiles.active=embedded", "desk.data=" + data, "desk.demo.directory-port=0")
                .run(context -> assertThat(context.getBean(Directory.class).authenticate("ada.lindqvist", "demo"))
                        .isPresent());
    }

    @Test
    void outsideTheEmbeddedProfileTheDemoPeopleStopTheStart(@TempDir Path data) {
        try (DemoDirectoryServer server = new DemoDirectoryServer(0, data)) {
            desk.withPropertyValues("desk.ldap.port=" + server.port(), "desk.ldap.base-dn=dc=example,dc=org",
                            "desk.ldap.bind-dn=cn=desk,ou=services,dc=example,dc=org",
                            "desk.ldap.bind-password=" + server.servicePassword())
                    .run(context -> assertThat(context).getFailure().hasMessageContaining("demo password"));
        }
    }

    @Test
    void withoutADirectoryTheStartSaysWhatIsMissing() {
        desk.run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining("desk.ldap.base-dn is missing"));
    }

    @Configuration
    @ComponentScan({"org.deskwright.connector.demo.directory", "org.deskwright.connector.ldap"})
    static class Connectors {
    }
}
