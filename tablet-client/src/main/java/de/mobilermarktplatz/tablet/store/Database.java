package de.mobilermarktplatz.tablet.store;

import de.mobilermarktplatz.tablet.machine.StoreFailed;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.ReentrantLock;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.LockingMode;
import org.sqlite.SQLiteConfig.SynchronousMode;

/**
 * One SQLite file with one connection. Two connections that both write and checkpoint could corrupt
 * the WAL of older SQLite versions, so the till and the uplink share this one, each for the length
 * of a short transaction; a network call is never made inside.
 */
final class Database implements AutoCloseable {
    /** Work on the connection inside a transaction. */
    interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    /** Work without an answer. */
    interface Task {
        void in(Connection connection) throws SQLException;
    }

    private final Connection connection;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile boolean broken;

    private Database(Connection connection) {
        this.connection = connection;
    }

    static Database open(Path file) {
        var config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        // FULL: every commit fsyncs the WAL before it returns. A receipt may be shown only after
        // that.
        config.setSynchronous(SynchronousMode.FULL);
        config.setLockingMode(LockingMode.EXCLUSIVE);
        config.enforceForeignKeys(true);
        try {
            var connection = config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
            connection.setAutoCommit(false);
            var database = new Database(connection);
            database.write("the schema", Schema::migrate);
            return database;
        } catch (SQLException e) {
            throw new StoreFailed("anything in " + file.getFileName(), e);
        }
    }

    /**
     * Runs {@code work} and commits; on any failure rolls back, refuses further writes and throws.
     */
    <T> T write(String what, Work<T> work, Runnable beforeCommit) {
        lock.lock();
        try {
            if (broken) {
                throw new StoreFailed(what, new SQLException("an earlier write failed"));
            }
            var answer = work.in(connection);
            beforeCommit.run();
            connection.commit();
            return answer;
        } catch (SQLException e) {
            broken = true;
            rollBack(e);
            throw new StoreFailed(what, e);
        } catch (RuntimeException e) {
            rollBack(e);
            throw e;
        } finally {
            lock.unlock();
        }
    }

    void write(String what, Task task) {
        var _ =
                write(
                        what,
                        c -> {
                            task.in(c);
                            return true;
                        },
                        () -> {});
    }

    <T> T read(Work<T> work) {
        lock.lock();
        try {
            var answer = work.in(connection);
            connection.rollback();
            return answer;
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "Could not read the tablet's store: "
                            + e.getMessage()
                            + ". Maybe the disk is broken.",
                    e);
        } finally {
            lock.unlock();
        }
    }

    boolean broken() {
        return broken;
    }

    @Override
    public void close() {
        lock.lock();
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "Could not close the tablet's store: " + e.getMessage(), e);
        } finally {
            lock.unlock();
        }
    }

    static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void rollBack(Exception cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }
}
