/** The pages for requesters, staff and auditors, and the public API. */
@ApplicationModule(allowedDependencies = {"ticket", "identity", "correspondence", "governance", "audit", "learning", "reading", "intake", "triage", "drafting", "review", "resolution"})
package org.deskwright.portal;

import org.springframework.modulith.ApplicationModule;
