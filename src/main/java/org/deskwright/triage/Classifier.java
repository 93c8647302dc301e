package org.deskwright.triage;

/** Says what a request is about, and how sure it is. Safe for concurrent use. */
public interface Classifier {

    /** Never {@code null}; text in which nothing is known leads to category {@code other} with a low confidence. */
    Classification classify(String subject, String body);
}
