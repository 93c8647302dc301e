package org.deskwright.connector;

import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import org.slf4j.LoggerFactory;

/** Everything that is logged while it is open, whoever logs it, from a level on. */
final class LogTap implements AutoCloseable {

    private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private final Level before = root.getLevel();
    private final ListAppender<ILoggingEvent> events = new ListAppender<>();

    LogTap(Level level) {
        root.setLevel(level);
        events.start();
        root.addAppender(events);
    }

    List<String> lines() {
        return linesFrom(Level.ALL);
    }

    List<String> linesFrom(Level level) {
        return List.copyOf(events.list).stream().filter(event -> event.getLevel().isGreaterOrEqual(level))
                .map(event -> event.getFormattedMessage() + (event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy())))
                .toList();
    }

    @Override
    public void close() {
        root.detachAppender(events);
        root.setLevel(before);
    }
}
