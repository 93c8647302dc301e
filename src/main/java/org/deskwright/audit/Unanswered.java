package org.deskwright.audit;

import java.io.IOException;

/** What a command asked has no answer: no desk is there, it refuses, or nobody said who asks. The message is a sentence for whoever typed it. */
public class Unanswered extends IOException {

    private static final long serialVersionUID = 1L;

    public Unanswered(String message) {
        super(message);
    }

    public Unanswered(String message, Throwable cause) {
        super(message, cause);
    }
}
