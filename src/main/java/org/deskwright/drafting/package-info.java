/** What a language model writes for those who work on a ticket: marked as such, and sent by nobody but them. */
@ApplicationModule(allowedDependencies = {"ticket", "identity", "audit", "inference"})
package org.deskwright.drafting;

import org.springframework.modulith.ApplicationModule;
