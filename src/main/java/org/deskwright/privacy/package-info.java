/** Where the words of requests are kept, and for how long. */
@ApplicationModule(allowedDependencies = {"ticket", "audit"})
package org.deskwright.privacy;

import org.springframework.modulith.ApplicationModule;
