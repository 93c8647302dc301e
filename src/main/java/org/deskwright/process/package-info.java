/** The only code that knows the workflow engine. */
@ApplicationModule(allowedDependencies = {"ticket", "identity", "correspondence", "governance", "audit", "inference", "learning", "intake", "triage", "drafting", "review", "resolution"})
package org.deskwright.process;

import org.springframework.modulith.ApplicationModule;
