package org.deskwright.connector.passwordpage;

import java.net.URI;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param baseUrl where people reach the desk; HTTPS unless it is this machine, since links and passwords travel there
 * @param mailDomain  the right-hand side of the desk's Message-IDs
 */
@ConfigurationProperties("desk")
record PasswordPageProperties(@DefaultValue("http://127.0.0.1:8080") URI baseUrl,
                              @DefaultValue("example.org") String mailDomain) {

    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

    PasswordPageProperties {
        if (!isSecure(baseUrl) && !THIS_MACHINE.contains(String.valueOf(baseUrl.getHost()))) {
            throw new IllegalArgumentException("desk.base-url is " + baseUrl + ", but people send passwords there:"
                    + " it has to begin with https://");
        }
    }

    boolean isSecure() {
        return isSecure(baseUrl);
    }

    String page(String token) {
        return baseUrl.toString().replaceAll("/+$", "") + PasswordPage.PATH + "?token=" + token;
    }

    private static boolean isSecure(URI url) {
        return "https".equalsIgnoreCase(url.getScheme());
    }
}
