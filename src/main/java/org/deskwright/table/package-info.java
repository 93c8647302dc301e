/** Tables of texts in files, as people get them out of other systems. */
@ApplicationModule(allowedDependencies = {})
package org.deskwright.table;

import org.springframework.modulith.ApplicationModule;
