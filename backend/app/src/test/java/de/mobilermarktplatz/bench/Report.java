package de.mobilermarktplatz.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a run prints. */
record Report(PrintStream out) {

    private static final String SETTINGS =
            """
            SELECT string_agg(name || '=' || current_setting(name), ' ' ORDER BY name) FROM pg_settings WHERE name IN
            ('fsync', 'full_page_writes', 'synchronous_commit', 'wal_sync_method', 'commit_delay', 'shared_buffers',
             'max_wal_size', 'max_connections', 'data_checksums', 'jit')
            """;

    /**
     * @param spent between the two gauges
     * @param ownMillis CPU time of the load generator meanwhile
     */
    record Row(String name, int clients, Crowd.Done done, Gauge spent, long ownMillis) {}

    void machine(BenchOptions options) throws IOException {
        line(
                "Order bench: %d s a phase, warm-up %d s, clients %s, seed %d",
                options.seconds(), options.warmUp(), options.clients(), options.seed());
        line(
                "Machine: %d processors, load before %s, JDK %s, backend with %s",
                Runtime.getRuntime().availableProcessors(),
                Files.readString(Path.of("/proc/loadavg")).strip(),
                Runtime.version(),
                String.join(" ", Backend.JVM));
        line(
                "County: %d offers of %d producers, %d calls of one day, 3 lines an order; the load generator shares the machine",
                BusyCounty.ARTICLES, BusyCounty.PRODUCERS, BusyCounty.CALLS);
    }

    void server(Connection owner) throws SQLException {
        try (Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery(SETTINGS)) {
            row.next();
            line(
                    "PostgreSQL %s: %s",
                    owner.getMetaData().getDatabaseProductVersion(), row.getString(1));
        }
    }

    void table(
            List<Row> rows,
            Map<Integer, Pgbench.Result> before,
            Map<Integer, Pgbench.Result> after) {
        line("");
        line(
                "%-16s %7s %9s %8s %8s | %7s %7s %7s %7s %7s %7s | %6s %10s",
                "",
                "clients",
                "orders/s",
                "p50 ms",
                "p99 ms",
                "reads+",
                "commits",
                "app ms",
                "of JIT",
                "db ms",
                "load ms",
                "errors",
                "of pgbench");
        before.keySet().stream()
                .sorted()
                .forEach(clients -> yardstick("pgbench before", clients, before));
        rows.forEach(row -> row(row, before.get(row.clients), after.get(row.clients)));
        after.keySet().stream()
                .sorted()
                .forEach(clients -> yardstick("pgbench after", clients, after));
        line(
                "Columns per order: all transactions (each read counts as one), commits that write, CPU ms of backend (how much of it the JVM's compilers: near 0 when warm), PostgreSQL and load generator.");
        line(
                "Order request: POST of the JSON API. Whole order: %d requests of a browser without script, style sheet cached.",
                BrowserBuyer.REQUESTS);
        if (before.isEmpty()) {
            line("No ratio: pgbench is not installed (Debian: apt-get install postgresql).");
        }
    }

    private void yardstick(String name, int clients, Map<Integer, Pgbench.Result> results) {
        Pgbench.Result result = results.get(clients);
        double[] millis = result.millis();
        line(
                "%-16s %7d %9.0f %8.1f %8.1f | %7s %7.2f %7s %7s %7.2f %7s | %6s %10s",
                name,
                clients,
                result.perSecond(),
                millis[millis.length / 2],
                millis[millis.length * 99 / 100],
                "",
                1.0,
                "",
                "",
                result.databaseMillisEach(),
                "",
                "",
                "1");
    }

    private void row(Row row, Pgbench.Result before, Pgbench.Result after) {
        double orders = row.done.measured().length;
        line(
                "%-16s %7d %9.0f %8.1f %8.1f | %7.2f %7.2f %7.2f %7.2f %7.2f %7.2f | %6d %10s",
                row.name,
                row.clients,
                row.done.perSecond(),
                row.done.percentile(50),
                row.done.percentile(99),
                row.spent.transactions() / orders,
                row.spent.writes() / orders,
                row.spent.appMillis() / orders,
                row.spent.compilerMillis() / orders,
                row.spent.databaseMillis() / orders,
                row.ownMillis / orders,
                row.done.errors(),
                ratio(row, before, after));
    }

    private static String ratio(Row row, Pgbench.Result before, Pgbench.Result after) {
        if (before == null || after == null) {
            return "–";
        }
        double yardstick = (before.perSecond() + after.perSecond()) / 2;
        return String.format(Locale.ROOT, "%.3f", row.done.perSecond() / yardstick);
    }

    void telling(long waiting, long told, int seconds, Gauge spent) {
        line("");
        line(
                "Afterwards: %d facts waited; the relay of one backend told %.0f/s for %.2f app + %.2f database CPU ms and %.1f commits each.",
                waiting,
                told / (double) seconds,
                spent.appMillis() / (double) told,
                spent.databaseMillis() / (double) told,
                spent.writes() / (double) told);
    }

    void books(long orders, long half, long wrongStock, boolean sound) {
        line(
                "Books: %d orders stand, %d incomplete, %d offers with wrong stock: %s",
                orders,
                half,
                wrongStock,
                sound ? "every answer is in the database" : "NOT SOUND, the figures mean nothing");
    }

    void broken(String phase, Crowd.Done done, long stand) {
        line(
                "BROKEN %s: %d orders answered, %d in the database, %d errors, first: %s",
                phase, done.placed(), stand, done.errors(), done.firstError());
    }

    private void line(String format, Object... values) {
        out.println(values.length == 0 ? format : String.format(Locale.ROOT, format, values));
    }
}
