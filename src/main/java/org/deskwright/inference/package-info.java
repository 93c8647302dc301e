/** Language models, and which performer (model, rules, person) serves which step. */
@ApplicationModule(allowedDependencies = "audit")
package org.deskwright.inference;

import org.springframework.modulith.ApplicationModule;
