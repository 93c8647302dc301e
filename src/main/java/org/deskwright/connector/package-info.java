/** The only code that knows a vendor or opens a socket; one subpackage each, and here what several of them need. */
@ApplicationModule(allowedDependencies = {"ticket", "identity", "correspondence", "intake", "governance", "resolution", "reading", "inference"})
package org.deskwright.connector;

import org.springframework.modulith.ApplicationModule;
