package org.deskwright.process;

import java.util.Map;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The engine's web applications and its REST interface take the signed-in user from Spring Security. */
@Configuration(proxyBeanMethods = false)
class EngineWeb {

    private static final int AFTER_SIGN_IN = SecurityProperties.DEFAULT_FILTER_ORDER + 10;

    @Bean
    FilterRegistrationBean<ContainerBasedAuthenticationFilter> singleSignOn() {
        FilterRegistrationBean<ContainerBasedAuthenticationFilter> filter = new FilterRegistrationBean<>(new ContainerBasedAuthenticationFilter());
        filter.setInitParameters(Map.of("authentication-provider", SignedInUser.class.getName()));
        filter.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
        filter.setOrder(AFTER_SIGN_IN);
        return filter;
    }

    @Bean
    FilterRegistrationBean<EngineRestUser> engineRestUser(IdentityService identity) {
        FilterRegistrationBean<EngineRestUser> filter = new FilterRegistrationBean<>(new EngineRestUser(identity));
        filter.addUrlPatterns("/engine-rest/*");
        filter.setOrder(AFTER_SIGN_IN);
        return filter;
    }

    @Bean
    FilterRegistrationBean<SaidOnce> saidOnce() {
        FilterRegistrationBean<SaidOnce> filter = new FilterRegistrationBean<>(new SaidOnce());
        filter.addUrlPatterns("/camunda/api/*", "/engine-rest/*");
        filter.setOrder(AFTER_SIGN_IN);
        return filter;
    }

    @Bean
    FilterRegistrationBean<BoundedQueries> boundedQueries() {
        FilterRegistrationBean<BoundedQueries> filter = new FilterRegistrationBean<>(new BoundedQueries());
        filter.addUrlPatterns("/camunda/api/*", "/engine-rest/*");
        filter.setOrder(AFTER_SIGN_IN);
        return filter;
    }
}
