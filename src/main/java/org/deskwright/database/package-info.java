/** What an H2 file needs so that nothing is lost or torn when the desk's process is killed. */
@ApplicationModule(allowedDependencies = {})
package org.deskwright.database;

import org.springframework.modulith.ApplicationModule;
