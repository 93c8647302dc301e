package org.deskwright.audit;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;

/** A desk that runs, for commands. They find it as a service ({@link java.util.ServiceLoader}), so that this package opens no socket. */
public interface RunningDesk {

    /**
     * @param path below {@code /api/v1/}
     * @throws Unanswered if the desk does not answer, or refuses
     */
    InputStream get(URI desk, String login, String password, String path) throws IOException;

    /**
     * @param json what to send
     * @return the status of the answer
     * @throws IOException as {@link #get}
     */
    int post(URI desk, String login, String password, String path, String json) throws IOException;
}
