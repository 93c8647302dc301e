package org.deskwright.triage;

/** A new model has beaten the active one: now a person has to decide. */
public record ModelProposed(String hash) {
}
