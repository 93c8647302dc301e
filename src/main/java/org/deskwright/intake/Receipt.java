package org.deskwright.intake;

/** What became of an arrival; {@code created} is {@code false} if it had arrived before. */
public record Receipt(String number, boolean created) {
}
