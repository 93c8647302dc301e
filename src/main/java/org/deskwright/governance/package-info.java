/** How much the desk may do alone: plans, the gate, clearances, limits, the stop switch. */
@ApplicationModule(allowedDependencies = {"ticket", "identity", "audit"})
package org.deskwright.governance;

import org.springframework.modulith.ApplicationModule;
