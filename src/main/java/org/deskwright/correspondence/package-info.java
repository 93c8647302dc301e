/** What the desk says to people, over which channel, and what they answer. */
@ApplicationModule(allowedDependencies = {"ticket", "identity", "audit"})
package org.deskwright.correspondence;

import org.springframework.modulith.ApplicationModule;
