package org.deskwright.correspondence;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the desk is reached.
 *
 * @param baseUrl    of the portal, without a slash at the end
 * @param mailDomain right-hand side of the Message-IDs the desk makes
 */
@ConfigurationProperties("desk")
public record DeskAddress(String baseUrl, String mailDomain) {
}
