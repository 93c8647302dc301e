package org.deskwright;

import java.net.BindException;
import java.sql.SQLException;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/** Says in one sentence what is in the way when the desk cannot start because its data or a port is taken. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class AlreadyRunning implements FailureAnalyzer {

    /** H2's code for a database file that another process has open. */
    private static final int FILE_LOCKED = 90020;
    private static final String PORTS = "DESK_PORT, DESK_LDAP_PORT, DESK_SMTP_PORT and DESK_IMAP_PORT";

    private final Environment environment;

    AlreadyRunning(Environment environment) {
        this.environment = environment;
    }

    @Override
    public FailureAnalysis analyze(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getErrorCode() == FILE_LOCKED) {
                return new FailureAnalysis("Another desk is running on the data in %s.".formatted(environment.getProperty("desk.data")),
                        "Stop that desk, or give this one its own data with DESK_DATA and its own ports with %s.".formatted(PORTS), failure);
            }
            if (cause instanceof PortInUseException || cause instanceof BindException) {
                return new FailureAnalysis(taken(cause), "Stop what listens there, or choose other ports with %s.".formatted(PORTS), failure);
            }
        }
        return null;
    }

    private static String taken(Throwable cause) {
        return cause instanceof PortInUseException web ? "Port %d is taken, by another desk or another program.".formatted(web.getPort())
                : "A port that the desk needs is taken, by another desk or another program (%s).".formatted(cause.getMessage());
    }
}
