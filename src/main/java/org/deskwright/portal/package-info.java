/** The pages for requesters and staff, and the public API. */
@ApplicationModule(allowedDependencies = {"ticket", "identity", "correspondence", "governance", "audit", "intake", "triage", "review", "resolution"})
package org.deskwright.portal;

import org.springframework.modulith.ApplicationModule;
