/** A request arrives and becomes a ticket, once. */
@ApplicationModule(allowedDependencies = {"ticket", "identity", "correspondence", "audit", "reading"})
package org.deskwright.intake;

import org.springframework.modulith.ApplicationModule;
