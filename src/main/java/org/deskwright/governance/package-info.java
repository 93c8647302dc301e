/** How much the desk may do alone: clearances, limits, the stop switch. */
@ApplicationModule(allowedDependencies = {"ticket", "identity", "audit"})
package org.deskwright.governance;

import org.springframework.modulith.ApplicationModule;
