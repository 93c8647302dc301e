/** What a text says by itself, apart from its category: its words without what hides in them, its tone, what it asks for and for whom. */
@ApplicationModule(allowedDependencies = {})
package org.deskwright.reading;

import org.springframework.modulith.ApplicationModule;
