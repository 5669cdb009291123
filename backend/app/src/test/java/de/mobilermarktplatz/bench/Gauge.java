package de.mobilermarktplatz.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What had been spent at one moment. Two of them around a stretch of steady load give the cost of
 * that stretch: PostgreSQL's counters lag by up to a second, but equally at both ends.
 *
 * @param transactions {@code pg_stat_database.xact_commit}: reads too, each statement outside a
 *     transaction counts as one
 * @param writes transaction ids given out so far: only what writes takes one
 * @param appMillis CPU time of the backend's process
 * @param compilerMillis how much of that went into the JVM's compilers
 * @param databaseMillis CPU time of all PostgreSQL processes
 */
record Gauge(
        long transactions, long writes, long appMillis, long compilerMillis, long databaseMillis) {

    private static final String COUNTERS =
            """
            SELECT (SELECT xact_commit FROM pg_stat_database WHERE datname = current_database()),
                   pg_snapshot_xmax(pg_current_snapshot())::text::bigint
            """;

    /**
     * @param app the backend whose cost is asked for
     * @param database the process below which PostgreSQL runs
     */
    static Gauge read(Connection owner, ProcessHandle app, ProcessHandle database)
            throws SQLException {
        try (Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery(COUNTERS)) {
            row.next();
            return new Gauge(
                    row.getLong(1),
                    row.getLong(2),
                    ProcessTree.own(app.pid()),
                    ProcessTree.compilers(app.pid()),
                    ProcessTree.below(database));
        }
    }

    Gauge minus(Gauge earlier) {
        return new Gauge(
                transactions - earlier.transactions,
                writes - earlier.writes,
                appMillis - earlier.appMillis,
                compilerMillis - earlier.compilerMillis,
                databaseMillis - earlier.databaseMillis);
    }
}
