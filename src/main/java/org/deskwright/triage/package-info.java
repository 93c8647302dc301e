/** What a ticket is about, how urgent, and how sure we are. */
@ApplicationModule(allowedDependencies = {"ticket", "identity", "audit", "learning", "reading", "table"})
package org.deskwright.triage;

import org.springframework.modulith.ApplicationModule;
