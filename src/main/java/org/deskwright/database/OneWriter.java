package org.deskwright.database;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;

import javax.sql.DataSource;

import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * On H2 one transaction at a time writes, from its first write until it is over; who reads waits for nobody. H2 (2.4.240) puts
 * its tables on the disk one after another while others write into them, so that what a kill leaves may hold the later half of
 * what was committed without the earlier one: a seal without its entry, a row without its place in an index
 * (h2database issue 2080). When nobody else writes meanwhile, all tables are of one moment.
 * <p>
 * The turn belongs to a thread, which may write over several connections. Nobody waits longer than {@link #PATIENCE}; then the
 * error is H2's own about a row that somebody else has locked.
 */
public final class OneWriter {

    /** As the shipped URL has it for a locked row. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** H2's LOCK_TIMEOUT_1. */
    private static final int LOCK_TIMEOUT = 50200;
    private static final Pattern READS = Pattern.compile("\\s*(select|with|values|show|explain)\\b.*", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    /** What locks a row or takes a number writes as well. */
    private static final Pattern WRITES_AS_WELL = Pattern.compile("\\bfor\\s+update\\b|\\bnextval\\b|\\bnext\\s+value\\b");

    private final ReentrantLock turn = new ReentrantLock(true);
    private final Duration patience;

    /** One for each database; all that write into it go through the same. */
    public OneWriter() {
        this(PATIENCE);
    }

    OneWriter(Duration patience) {
        this.patience = patience;
    }

    /** @return the same connections, whose writes take their turn with those of all others from here */
    public DataSource on(DataSource connections) {
        return new DelegatingDataSource(connections) {
            @Override
            public Connection getConnection() throws SQLException {
                return new Turns(super.getConnection()).connection();
            }

            @Override
            public Connection getConnection(String username, String password) throws SQLException {
                return new Turns(super.getConnection(username, password)).connection();
            }
        };
    }

    static boolean reads(String sql) {
        return sql != null && READS.matcher(sql).matches() && !WRITES_AS_WELL.matcher(sql.toLowerCase(Locale.ROOT)).find();
    }

    /** One connection's. */
    private final class Turns {

        private final Connection its;
        private Connection seen;
        private boolean taken;

        Turns(Connection its) {
            this.its = its;
        }

        Connection connection() {
            seen = proxy(Connection.class, (proxy, method, arguments) -> switch (method.getName()) {
                case "equals" -> proxy == arguments[0];
                case "hashCode" -> System.identityHashCode(proxy);
                case "createStatement", "prepareStatement", "prepareCall" -> statement(method.getReturnType().asSubclass(Statement.class),
                        call(its, method, arguments), arguments == null || !(arguments[0] instanceof String sql) ? null : sql);
                case "commit", "close", "abort", "setAutoCommit" -> last(method, arguments);
                case "rollback" -> arguments == null ? last(method, arguments) : call(its, method, arguments);
                default -> call(its, method, arguments);
            });
            return seen;
        }

        private Object last(Method method, Object[] arguments) throws Throwable {
            try {
                return call(its, method, arguments);
            } finally {
                end();
            }
        }

        private <T extends Statement> T statement(Class<T> type, Object statement, String prepared) {
            return proxy(type, (proxy, method, arguments) -> {
                if (method.getName().equals("getConnection")) {
                    return seen;
                }
                if (!method.getName().startsWith("execute")) {
                    return call(statement, method, arguments);
                }
                return reads(arguments == null ? prepared : (String) arguments[0]) ? call(statement, method, arguments) : write(statement, method, arguments);
            });
        }

        private Object write(Object statement, Method method, Object[] arguments) throws Throwable {
            begin();
            try {
                return call(statement, method, arguments);
            } finally {
                if (its.getAutoCommit()) {
                    end();
                }
            }
        }

        private void begin() throws SQLException {
            if (taken) {
                return;
            }
            try {
                taken = turn.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            if (!taken) {
                throw new SQLTimeoutException("Others have been writing for %d ms, and only one may".formatted(patience.toMillis()), "HYT00", LOCK_TIMEOUT);
            }
        }

        private void end() {
            if (taken) {
                taken = false;
                turn.unlock();
            }
        }
    }

    private interface Call {

        Object answer(Object proxy, Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(OneWriter.class.getClassLoader(), new Class<?>[]{type}, call::answer));
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
