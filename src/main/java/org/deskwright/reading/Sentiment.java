package org.deskwright.reading;

/** How a requester feels about it. */
public enum Sentiment {
    NEGATIVE, NEUTRAL, POSITIVE
}
