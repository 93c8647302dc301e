package org.deskwright.reading;

/** How soon something is needed, as far as its words say; a text that says nothing about it is medium. */
public enum Urgency {
    LOW, MEDIUM, HIGH, CRITICAL
}
