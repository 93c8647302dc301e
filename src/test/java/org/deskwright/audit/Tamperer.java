package org.deskwright.audit;

/** Somebody who knows all the ways to tamper with a record. */
abstract class Tamperer {

    Trace change(Tampering kind) {
        return switch (kind) {
            case EDITED -> edit();
            case DELETED -> delete();
            case SWAPPED -> swap();
            case INSERTED -> insert();
            case BACK_DATED -> backDate();
            case CUT_OFF -> cutOff();
            case OLD_COPY -> putBack();
            case SIGNED_ANEW -> signAnew();
        };
    }

    abstract Trace edit();

    abstract Trace delete();

    abstract Trace swap();

    abstract Trace insert();

    abstract Trace backDate();

    abstract Trace cutOff();

    abstract Trace putBack();

    abstract Trace signAnew();
}
