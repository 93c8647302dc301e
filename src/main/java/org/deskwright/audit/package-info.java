/** The record of everything the desk did; entries are only ever added. */
@ApplicationModule(allowedDependencies = {})
package org.deskwright.audit;

import org.springframework.modulith.ApplicationModule;
