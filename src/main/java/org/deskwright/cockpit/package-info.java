/** What operators and reviewers see beside the diagram. */
@ApplicationModule(allowedDependencies = {"audit", "governance", "ticket"})
package org.deskwright.cockpit;

import org.springframework.modulith.ApplicationModule;
