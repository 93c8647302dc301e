package org.deskwright.identity;

/** How much harm an entitlement can do in the wrong hands. */
public enum Sensitivity {
    LOW, NORMAL, SENSITIVE, PRIVILEGED
}
