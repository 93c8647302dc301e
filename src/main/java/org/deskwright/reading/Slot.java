package org.deskwright.reading;

/** What a request may have to say before anybody can do it. */
public enum Slot {
    APPLICATION, GROUP, FIELD, NEW_VALUE, ASSET, AMOUNT, DATE, PERSON
}
