package org.deskwright.learning;

import java.net.URI;

import com.fasterxml.jackson.databind.JsonNode;

/** A desk that runs, for the command that has it learn. It is found as a service ({@link java.util.ServiceLoader}), so that this package opens no socket. */
public interface RetrainableDesk {

    /**
     * Begins a training.
     *
     * @return the desk's models, and its last training
     * @throws Refusal in the desk's own words, or if it does not answer
     */
    JsonNode train(URI desk, String login, String password) throws Refusal;

    /** The same without beginning anything. */
    JsonNode models(URI desk, String login, String password) throws Refusal;
}
