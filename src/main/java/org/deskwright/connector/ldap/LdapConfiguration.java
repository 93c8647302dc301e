package org.deskwright.connector.ldap;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LdapProperties.class)
class LdapConfiguration {

    @Bean
    LdapConnections ldapConnections(LdapProperties properties) {
        return new LdapConnections(properties, LdapTimes.GOVERNED);
    }

    @Bean
    LdapPeople ldapPeople(LdapConnections connections, LdapProperties properties) {
        return new LdapPeople(connections, properties);
    }

    @Bean
    LdapDirectory ldapDirectory(LdapConnections connections, LdapPeople people, LdapProperties properties) {
        return new LdapDirectory(connections, people, properties);
    }

    @Bean
    LdapAccessGroups ldapAccessGroups(LdapConnections connections, LdapPeople people, LdapProperties properties) {
        return new LdapAccessGroups(connections, people, properties);
    }

    @Bean
    LdapPasswords ldapPasswords(LdapConnections connections, LdapPeople people) {
        return new LdapPasswords(connections, people);
    }
}
