package org.deskwright.portal;

import java.util.List;

import org.deskwright.identity.Directory;
import org.deskwright.identity.DirectoryUnavailable;
import org.deskwright.identity.Person;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/** Signs people in against the directory; their groups become authorities {@code GROUP_<name>}. */
@Component
class DirectoryAuthentication implements AuthenticationProvider {

    static final String GROUP = "GROUP_";

    private static final Logger LOG = LoggerFactory.getLogger(DirectoryAuthentication.class);

    private final Directory directory;

    DirectoryAuthentication(Directory directory) {
        this.directory = directory;
    }

    @Override
    public Authentication authenticate(Authentication claim) {
        try {
            Person person = directory.authenticate(claim.getName(), String.valueOf(claim.getCredentials()))
                    .orElseThrow(() -> new BadCredentialsException("Login or password is wrong"));
            List<GrantedAuthority> groups = person.groups().stream()
                    .<GrantedAuthority>map(group -> new SimpleGrantedAuthority(GROUP + group)).toList();
            return UsernamePasswordAuthenticationToken.authenticated(person.login(), null, groups);
        } catch (DirectoryUnavailable e) {
            LOG.warn("Nobody can sign in right now: {}", e.getMessage(), e.getCause());
            throw new AuthenticationServiceException("The directory does not answer; please try again in a minute", e);
        }
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
