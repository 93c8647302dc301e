package org.deskwright.portal;

import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.web.PathPatternRequestMatcherBuilderFactoryBean;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servletapi.SecurityContextHolderAwareRequestFilter;

/**
 * Who may knock at which door. One sign-in for portal and the engine's web applications; HTTP Basic for machines. Every
 * door not named here is shut to people who are not signed in.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String ADMINISTRATORS = "GROUP_desk-admins";
    private static final String[] ENGINE_REST = {"GROUP_process-analysts", ADMINISTRATORS};
    /** Who deploys from the Modeler; what, the engine asks. */
    private static final String[] MODELER = {"GROUP_process-analysts", "GROUP_risk-owners", ADMINISTRATORS};

    /** Patterns mean whole paths; by default a path below another servlet, such as the engine's, loses its beginning first. */
    @Bean
    PathPatternRequestMatcherBuilderFactoryBean wholePaths() {
        return new PathPatternRequestMatcherBuilderFactoryBean();
    }

    @Bean
    @Order(20)
    SecurityFilterChain machines(HttpSecurity http, ApiProblems problems, RecordedRefusals refusals) throws Exception {
        return http.securityMatcher("/api/**", "/v3/api-docs/**", "/engine-rest/**")
                .authorizeHttpRequests(requests -> requests
                        .requestMatchers(EngineSideDoors.shut()).denyAll()
                        .requestMatchers(EngineSideDoors.forAdministrators()).hasAuthority(ADMINISTRATORS)
                        .requestMatchers("/v3/api-docs/**").permitAll()
                        .requestMatchers("/engine-rest/version/**", "/engine-rest/deployment/**", "/engine-rest/decision-definition/**").hasAnyAuthority(MODELER)
                        .requestMatchers("/engine-rest/**").hasAnyAuthority(ENGINE_REST)
                        .anyRequest().authenticated())
                .httpBasic(basic -> basic.authenticationEntryPoint(problems))
                .exceptionHandling(errors -> errors.accessDeniedHandler(problems).authenticationEntryPoint(problems))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable()) // no cookie is ever sent here, so there is nothing to forge
                .addFilterAfter(new EngineRefusals(refusals), SecurityContextHolderAwareRequestFilter.class)
                .addFilterAfter(new RefusedRequests(refusals), SecurityContextHolderAwareRequestFilter.class)
                .build();
    }

    /**
     * The engine's web applications bring their own protection against forged requests and their own content policy. What
     * nobody may tell the engine, it refuses itself: here only paths are seen.
     */
    @Bean
    @Order(30)
    SecurityFilterChain engineApplications(HttpSecurity http, RecordedRefusals refusals) throws Exception {
        return http.securityMatcher("/camunda", "/camunda/**")
                .authorizeHttpRequests(requests -> requests
                        .requestMatchers(EngineSideDoors.shut()).denyAll()
                        .requestMatchers(EngineSideDoors.forAdministrators()).hasAuthority(ADMINISTRATORS)
                        .requestMatchers("/camunda/api/admin/setup/**", "/camunda/app/admin/*/setup/**").denyAll()
                        .anyRequest().authenticated())
                .formLogin(login -> login.loginPage("/login"))
                .csrf(csrf -> csrf.disable())
                .addFilterAfter(new EngineRefusals(refusals), SecurityContextHolderAwareRequestFilter.class)
                .headers(headers -> headers.frameOptions(frames -> frames.sameOrigin()))
                .build();
    }

    @Bean
    @Order(40)
    SecurityFilterChain people(HttpSecurity http, RecordedRefusals refusals) throws Exception {
        return http
                .authorizeHttpRequests(requests -> requests
                        .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD).permitAll()
                        .requestMatchers("/login", "/not-me", "/css/**", "/js/**", "/favicon.svg", "/actuator/health").permitAll()
                        .anyRequest().authenticated())
                .formLogin(login -> login.loginPage("/login").defaultSuccessUrl("/"))
                .httpBasic(Customizer.withDefaults()) // scripts may read pages, such as the demo outbox
                .logout(logout -> logout.logoutSuccessUrl("/login?logout"))
                .addFilterAfter(new RefusedRequests(refusals), SecurityContextHolderAwareRequestFilter.class)
                .headers(headers -> headers
                        .frameOptions(frames -> frames.sameOrigin())
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .contentSecurityPolicy(content -> content.policyDirectives(
                                "default-src 'self'; frame-ancestors 'self'; form-action 'self'; base-uri 'none'; object-src 'none'")))
                .build();
    }
}
