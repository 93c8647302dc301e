package org.deskwright.triage;

/** Whoever takes their time has read the request of a ticket; what they found is stored, and its step can go on. */
public record RequestRead(String ticket) {
}
