/** What past tickets teach: a trained classifier, its held-out figures, and what they are worth. */
@ApplicationModule(allowedDependencies = "table")
package org.deskwright.learning;

import org.springframework.modulith.ApplicationModule;
