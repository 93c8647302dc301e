package org.deskwright.connector.demo.mail;

import java.nio.file.Path;
import org.deskwright.identity.Directory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

@Configuration(proxyBeanMethods = false)
@Profile("embedded")
@EnableConfigurationProperties(DemoMailSettings.class)
class DemoMailConfiguration {

    @Bean
    DemoMailServer demoMailServer(DemoMailSettings settings, @Value("${desk.data:./data}") Path data,
                                  Directory directory) {
        return new DemoMailServer(settings, data.resolve("mail"), directory);
    }
}
