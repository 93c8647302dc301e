package org.deskwright.identity;

/** The directory could not be asked; the question stays open, it is not answered with "no". */
public class DirectoryUnavailable extends RuntimeException {

    public DirectoryUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
