package org.deskwright.connector.demo.directory;

import org.deskwright.identity.Directory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.ConfigurableEnvironment;

@Configuration(proxyBeanMethods = false)
class DemoDirectoryConfiguration {

    @Configuration(proxyBeanMethods = false)
    @Profile("embedded")
    @EnableConfigurationProperties(DemoDirectoryProperties.class)
    static class Embedded {

        @Bean
        static DemoDirectoryStart demoDirectoryStart(ConfigurableEnvironment environment) {
            return new DemoDirectoryStart(environment);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Profile("!embedded")
    static class Production {

        @Bean
        DemoPeopleGuard demoPeopleGuard(Directory directory) {
            return new DemoPeopleGuard(directory);
        }
    }
}
