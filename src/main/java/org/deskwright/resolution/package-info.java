/** Carries out a cleared action once. */
@ApplicationModule(allowedDependencies = {"ticket", "identity", "governance", "audit"})
package org.deskwright.resolution;

import org.springframework.modulith.ApplicationModule;
