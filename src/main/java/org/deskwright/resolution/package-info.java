/** Carries out a cleared action once, and takes it back. */
@ApplicationModule(allowedDependencies = {"ticket", "identity", "governance", "audit"})
package org.deskwright.resolution;

import org.springframework.modulith.ApplicationModule;
