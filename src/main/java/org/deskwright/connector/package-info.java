/** The only code that knows a vendor or opens a socket; one subpackage each. */
@ApplicationModule(allowedDependencies = {"ticket", "identity", "correspondence", "intake", "governance", "resolution", "reading"})
package org.deskwright.connector;

import org.springframework.modulith.ApplicationModule;
