/** The words every other package shares: a ticket, its number, its life. */
@ApplicationModule(allowedDependencies = {"identity"})
package org.deskwright.ticket;

import org.springframework.modulith.ApplicationModule;
