package org.deskwright.resolution;

import org.deskwright.governance.Revocation;

/** Somebody demands what was to be taken back already, or has been. */
public record DemandedAsWell(Revocation demand) {
}
