/** What a ticket is about, how urgent, and how sure we are. */
@ApplicationModule(allowedDependencies = {"ticket", "identity", "audit", "inference", "learning", "reading", "table"})
package org.deskwright.triage;

import org.springframework.modulith.ApplicationModule;
