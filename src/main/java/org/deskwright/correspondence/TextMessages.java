package org.deskwright.correspondence;

import java.util.UUID;

/** Hands a text message to a carrier; {@code id} is the same at every attempt. */
public interface TextMessages {

    void send(UUID id, String mobile, String text);
}
