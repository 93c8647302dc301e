package org.deskwright.process.proof;

/** Three-valued: what cannot be decided from the diagram may be either. */
enum Truth {
    YES, NO, MAYBE;

    static Truth of(boolean value) {
        return value ? YES : NO;
    }

    Truth not() {
        return this == MAYBE ? MAYBE : of(this == NO);
    }

    Truth and(Truth other) {
        if (this == NO || other == NO) {
            return NO;
        }
        return this == YES && other == YES ? YES : MAYBE;
    }

    Truth or(Truth other) {
        return not().and(other.not()).not();
    }
}
