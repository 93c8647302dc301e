package org.deskwright.connector.demo.mail;

import com.icegreen.greenmail.imap.ProtocolException;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.server.ProtocolHandler;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A GreenMail listener that binds before its thread starts, bounds its connections and survives what they throw. */
final class GuardedServer extends AbstractServer {

    private static final Logger log = LoggerFactory.getLogger(GuardedServer.class);
    private static final int MAX_CONNECTIONS = 100;
    private static final long START_MILLIS = 5_000;
    private static final long STOP_MILLIS = 2_000;

    private final Function<Socket, ProtocolHandler> sessions;
    private final Runnable afterSession;
    private final AtomicInteger connections = new AtomicInteger();
    private ServerSocket bound;

    GuardedServer(String protocol, int port, Duration patience, Runnable afterSession,
                  Function<Socket, ProtocolHandler> sessions) {
        super(new ServerSetup(port, "127.0.0.1", protocol), null);
        this.sessions = sessions;
        this.afterSession = afterSession;
        setClientSocketTimeout((int) patience.toMillis());
    }

    void open() throws IOException {
        try {
            bound = super.openServerSocket();
            startService();
            if (!waitTillRunning(START_MILLIS)) {
                throw new IOException(getProtocol() + " did not start in time");
            }
        } catch (SocketException e) {
            throw new IOException("127.0.0.1:%d is taken; desk.demo.%s-port moves it"
                    .formatted(setup.getPort(), getProtocol()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while starting", e);
        }
    }

    void shut() {
        closeServerSocket();
        if (bound != null && !bound.isClosed()) {
            try {
                bound.close();
            } catch (IOException e) {
                log.debug("Could not close a listener", e);
            }
        }
        stopService(STOP_MILLIS);
    }

    @Override
    protected ServerSocket openServerSocket() {
        return bound;
    }

    @Override
    protected void handleClientSocket(Socket client) throws SocketException {
        if (connections.get() >= MAX_CONNECTIONS) {
            try {
                client.close();
            } catch (IOException e) {
                log.debug("Could not close a connection too many", e);
            }
            return;
        }
        // replies of several short writes would each wait 40 ms for the client's delayed acknowledgement
        client.setTcpNoDelay(true);
        super.handleClientSocket(client);
    }

    @Override
    protected ProtocolHandler createProtocolHandler(Socket client) {
        ProtocolHandler session = sessions.apply(client);
        connections.incrementAndGet();
        return new ProtocolHandler() {
            @Override
            public void run() {
                try {
                    session.run();
                } catch (RuntimeException | StackOverflowError e) {
                    endedEarly(e);
                } finally {
                    connections.decrementAndGet();
                    session.close();
                    afterSession.run();
                }
            }

            @Override
            public void close() {
                session.close();
            }
        };
    }

    /** A client that broke off is its own business, not an alarm. */
    private void endedEarly(Throwable cause) {
        boolean brokeOff = cause.getCause() instanceof ProtocolException || cause.getCause() instanceof SocketException;
        if (brokeOff) {
            log.debug("A {} connection ended early", getProtocol(), cause);
        } else {
            log.warn("A {} connection ended by a fault of ours", getProtocol(), cause);
        }
    }
}
