package org.deskwright.database;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.regex.Pattern;

import javax.sql.DataSource;

import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * On H2 nobody is in the middle of a statement that writes while somebody commits; who reads waits for nobody. With each commit H2
 * (2.4.240) puts its tables on the disk one after another while others write into them, so that what a kill leaves may hold the
 * later half of what was committed without the earlier one: a seal without its entry, a row without its place in an index
 * (h2database issue 2080). Between statements all tables are of one moment, and what is not committed yet is rolled back when the
 * file is opened again.
 * <p>
 * A commit waits {@link #PATIENCE} for statements under way and then goes on, as a statement that takes longer mostly waits itself
 * for a row that this commit gives free; so nobody is kept for ever, and in that case alone the file is no safer than H2's own.
 */
public final class QuietCommits {

    private static final Duration PATIENCE = Duration.ofMillis(200);
    private static final Pattern READS = Pattern.compile("\\s*(select|with|values|show|explain)\\b.*", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    /** What locks a row or takes a number writes as well. */
    private static final Pattern WRITES_AS_WELL = Pattern.compile("\\bfor\\s+update\\b|\\bnextval\\b|\\bnext\\s+value\\b");

    /** Shared by statements that write, and had alone by commits. */
    private final ReentrantReadWriteLock writing = new ReentrantReadWriteLock(true);
    private final Duration patience;

    /** One for each database; all that write into it go through the same. */
    public QuietCommits() {
        this(PATIENCE);
    }

    QuietCommits(Duration patience) {
        this.patience = patience;
    }

    /** @return the same connections, whose commits heed the statements of all others from here */
    public DataSource on(DataSource connections) {
        return new DelegatingDataSource(connections) {
            @Override
            public Connection getConnection() throws SQLException {
                return new Quiet(super.getConnection()).connection();
            }

            @Override
            public Connection getConnection(String username, String password) throws SQLException {
                return new Quiet(super.getConnection(username, password)).connection();
            }
        };
    }

    static boolean reads(String sql) {
        return sql != null && READS.matcher(sql).matches() && !WRITES_AS_WELL.matcher(sql.toLowerCase(Locale.ROOT)).find();
    }

    /** One connection. */
    private final class Quiet {

        private final Connection its;
        private Connection seen;
        private boolean hasWritten;

        Quiet(Connection its) {
            this.its = its;
        }

        Connection connection() {
            seen = proxy(Connection.class, (proxy, method, arguments) -> switch (method.getName()) {
                case "equals" -> proxy == arguments[0];
                case "hashCode" -> System.identityHashCode(proxy);
                case "createStatement", "prepareStatement", "prepareCall" -> statement(method.getReturnType().asSubclass(Statement.class),
                        call(its, method, arguments), arguments == null || !(arguments[0] instanceof String sql) ? null : sql);
                case "rollback" -> arguments == null ? end(method, null) : withOthers(() -> call(its, method, arguments));
                case "commit", "setAutoCommit", "close", "abort" -> end(method, arguments);
                default -> call(its, method, arguments);
            });
            return seen;
        }

        private Object end(Method method, Object[] arguments) throws Throwable {
            return hasWritten ? alone(() -> call(its, method, arguments)) : call(its, method, arguments);
        }

        private <T extends Statement> T statement(Class<T> type, Object statement, String prepared) {
            return proxy(type, (proxy, method, arguments) -> {
                if (method.getName().equals("getConnection")) {
                    return seen;
                }
                if (!method.getName().startsWith("execute") || reads(arguments == null ? prepared : (String) arguments[0])) {
                    return call(statement, method, arguments);
                }
                return write(() -> call(statement, method, arguments));
            });
        }

        /** What commits by itself is a statement and then a commit. */
        private Object write(Work statement) throws Throwable {
            boolean commits = its.getAutoCommit();
            if (commits) {
                its.setAutoCommit(false);
            }
            hasWritten = true;
            try {
                return withOthers(statement);
            } finally {
                if (commits) {
                    alone(this::commit);
                }
            }
        }

        private Object commit() throws SQLException {
            its.commit();
            its.setAutoCommit(true);
            return null;
        }

        private Object alone(Work end) throws Throwable {
            boolean quiet = isQuiet();
            try {
                Object answer = end.done();
                hasWritten = false;
                return answer;
            } finally {
                if (quiet) {
                    writing.writeLock().unlock();
                }
            }
        }
    }

    private Object withOthers(Work work) throws Throwable {
        writing.readLock().lock();
        try {
            return work.done();
        } finally {
            writing.readLock().unlock();
        }
    }

    private boolean isQuiet() {
        try {
            return writing.writeLock().tryLock(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private interface Work {

        Object done() throws Throwable;
    }

    private interface Call {

        Object answer(Object proxy, Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(QuietCommits.class.getClassLoader(), new Class<?>[]{type}, call::answer));
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
