package org.deskwright.privacy;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param content {@code desk}: the database holds what people write. {@code source}: it holds nothing of it in the clear, and
 *                nothing at all that can be fetched from where it came
 */
@ConfigurationProperties("desk.privacy")
record PrivacySettings(@DefaultValue(DESK) String content) {

    private static final String DESK = "desk";
    private static final String SOURCE = "source";

    PrivacySettings {
        if (!content.equals(DESK) && !content.equals(SOURCE)) {
            throw new IllegalArgumentException(("desk.privacy.content is \"%s\"; it can be \"desk\", where the database holds what people write, "
                    + "or \"source\", where that stays in the mailbox or is encrypted until the ticket is closed").formatted(content));
        }
    }

    boolean staysAtItsSource() {
        return content.equals(SOURCE);
    }
}
