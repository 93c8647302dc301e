package org.deskwright.connector.hr;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class HumanResourcesConfiguration {

    @Bean
    JdbcHumanResources jdbcHumanResources(JdbcClient database) {
        return new JdbcHumanResources(database);
    }
}
