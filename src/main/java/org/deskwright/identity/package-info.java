/** Who people are, how sure we are of it, and what they may touch. */
@ApplicationModule(allowedDependencies = {"audit"})
package org.deskwright.identity;

import org.springframework.modulith.ApplicationModule;
