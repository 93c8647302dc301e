/** What can be typed at a shell; it speaks to a running desk over its public API. */
@ApplicationModule(allowedDependencies = {"audit", "table", "learning"})
package org.deskwright.command;

import org.springframework.modulith.ApplicationModule;
