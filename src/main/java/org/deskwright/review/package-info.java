/** People decide. */
@ApplicationModule(allowedDependencies = {"ticket", "identity", "correspondence", "governance", "audit"})
package org.deskwright.review;

import org.springframework.modulith.ApplicationModule;
