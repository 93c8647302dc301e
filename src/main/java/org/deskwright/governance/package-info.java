/** How much the desk may do alone: plans, the gate, clearances. */
@ApplicationModule(allowedDependencies = {"ticket", "identity", "audit"})
package org.deskwright.governance;

import org.springframework.modulith.ApplicationModule;
