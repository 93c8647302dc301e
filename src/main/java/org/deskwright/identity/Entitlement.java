package org.deskwright.identity;

import java.time.Duration;
import java.util.List;

/**
 * An access people can ask for.
 *
 * @param names     what people call it, lower case
 * @param group     directory group that carries it
 * @param owner     login of who answers for it
 * @param regulated whether it opens regulated data
 * @param expires   how long a grant lasts
 * @param costs     what one grant costs; {@code null} if nobody has said, and then a person is asked
 */
public record Entitlement(String id, List<String> names, String group, String owner, Sensitivity sensitivity,
                          boolean regulated, Duration expires, Money costs) {
}
