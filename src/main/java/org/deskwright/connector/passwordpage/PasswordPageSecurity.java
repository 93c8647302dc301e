package org.deskwright.connector.passwordpage;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** The page needs no sign-in: whoever uses it has no working password. It has no session either, and no script. */
@Configuration(proxyBeanMethods = false)
class PasswordPageSecurity {

    @Bean
    @Order(10)
    SecurityFilterChain passwordPageChain(HttpSecurity http, PasswordPageProperties properties) throws Exception {
        CookieCsrfTokenRepository cookie = new CookieCsrfTokenRepository();
        cookie.setCookieName("choose-password");
        cookie.setCookiePath(PasswordPage.PATH);
        // Lax, not Strict: people come here from their mail
        cookie.setCookieCustomizer(it -> it.httpOnly(true).sameSite("Lax").secure(properties.isSecure()));
        return http.securityMatcher(PathPatternRequestMatcher.withDefaults().matcher(PasswordPage.PATH))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(csrf -> csrf.csrfTokenRepository(cookie))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(requests -> requests.disable())
                .headers(headers -> headers
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                        .contentSecurityPolicy(content -> content.policyDirectives(
                                "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none';"
                                        + " base-uri 'none'")))
                .build();
    }
}
