/** The tamper-evident record of everything the desk did. */
@ApplicationModule(allowedDependencies = {})
package org.deskwright.audit;

import org.springframework.modulith.ApplicationModule;
