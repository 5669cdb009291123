package de.mobilermarktplatz.bench;

import de.mobilermarktplatz.kernel.id.TourId;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/**
 * How many sales a second come in: vans return all at once, each with a day of sales in signed
 * batches of 50, to a real backend with its real PostgreSQL (fsync on). The sales are made and
 * signed before the clock starts. At the end every sale must stand in the books to the cent.
 */
public final class SyncBench {

    private static final int BATCH = 50;

    private final Options options;
    private final PrintStream out;
    private final Backend backend;
    private final Connection owner;
    private final UUID region = UUID.randomUUID();

    /**
     * @param vans that return at once in the measured run
     * @param sales of each
     * @param warmUp vans before it, which count for nothing
     */
    record Options(int vans, int sales, int warmUp, boolean keep) {

        static final String USAGE = "--vans=200 --sales=1000 --warm-up=60 --keep";

        static Options of(String... arguments) {
            int vans = 200;
            int sales = 1000;
            int warmUp = 60;
            boolean keep = false;
            for (String argument : arguments) {
                String[] parts = argument.split("=", 2);
                switch (parts[0]) {
                    case "--vans" -> vans = Integer.parseInt(parts[1]);
                    case "--sales" -> sales = Integer.parseInt(parts[1]);
                    case "--warm-up" -> warmUp = Integer.parseInt(parts[1]);
                    case "--keep" -> keep = true;
                    default ->
                            throw new IllegalArgumentException(
                                    "Unknown option " + argument + "; there are " + USAGE);
                }
            }
            return new Options(vans, sales, warmUp, keep);
        }
    }

    private SyncBench(Options options, PrintStream out, Backend backend) throws Exception {
        this.options = options;
        this.out = out;
        this.backend = backend;
        this.owner = backend.owner();
    }

    public static void main(String[] arguments) throws Exception {
        System.exit(run(Options.of(arguments), System.out) ? 0 : 1);
    }

    /** True when every sale that was sent is in the books, and nothing else. */
    static boolean run(Options options, PrintStream out) throws Exception {
        Path folder = Files.createTempDirectory("sync-bench-");
        try (Backend backend = Backend.still(folder.resolve("data"))) {
            return new SyncBench(options, out, backend).measure();
        } finally {
            if (options.keep()) {
                out.println("The data is kept in " + folder);
            } else {
                delete(folder);
            }
        }
    }

    private boolean measure() throws Exception {
        say(
                "Sync bench: %d vans with %d sales each in batches of %d, %d vans to warm up; load before %s",
                options.vans, options.sales, BATCH, options.warmUp, load());
        sql(
                "INSERT INTO region VALUES (?, 'messkreis', 'Messkreis', 'Europe/Berlin', true)",
                region);
        sql("SELECT set_config('app.region', ?, false)", region.toString());
        sql(
                "INSERT INTO market_day (region_id, day, state) VALUES (?, '2026-05-04', 'OPEN')",
                region);
        List<ReturningVan> warm = vans(options.warmUp, 1_000);
        List<ReturningVan> measured = vans(options.vans, 100_000);
        wire();
        drain(warm);
        sql("ANALYZE");
        Gauge before = gauge();
        long began = System.nanoTime();
        Drained drained = drain(measured);
        double seconds = (System.nanoTime() - began) / 1e9;
        Gauge spent = gauge().minus(before);
        long sales = (long) options.vans * options.sales;
        say(
                "%d vans back at once with %d sales each: drained in %.1f s (goal 90 for 200 vans), %.0f sales/s (goal 10,000; load now %s)",
                options.vans, options.sales, seconds, sales / seconds, load());
        say(
                "A batch of %d: p50 %.0f ms, p99 %.0f ms with all of them at once; backend %.2f ms CPU (%.2f of it compilers), PostgreSQL %.2f ms CPU, %.1f transactions",
                BATCH,
                drained.percentile(50),
                drained.percentile(99),
                spent.appMillis() / (double) drained.count(),
                spent.compilerMillis() / (double) drained.count(),
                spent.databaseMillis() / (double) drained.count(),
                spent.transactions() / (double) drained.count());
        if (!drained.error.isEmpty()) {
            say("FAILED: %s", drained.error);
        }
        return agrees(warm, measured) && drained.error.isEmpty();
    }

    private List<ReturningVan> vans(int count, long seed) throws Exception {
        List<ReturningVan> made = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String code = "BENCH" + seed + "X" + i;
            sql(
                    "INSERT INTO enrolment_code (region_id, code_hash, created_at, expires_at)"
                            + " VALUES (?, ?, now(), now() + interval '10 minutes')",
                    region,
                    MessageDigest.getInstance("SHA-256")
                            .digest(code.getBytes(StandardCharsets.UTF_8)));
            ReturningVan van = new ReturningVan(backend.url(), "messkreis", code);
            made.add(van);
        }
        for (int i = 0; i < count; i++) {
            ReturningVan van = made.get(i);
            van.sell(tour(van), options.sales, BATCH, false, seed + i);
        }
        return made;
    }

    private TourId tour(ReturningVan driver) throws Exception {
        UUID van = UUID.randomUUID();
        UUID tour = UUID.randomUUID();
        sql(
                "INSERT INTO van (region_id, van_id, name, depot_name, lat_e6, lon_e6, shift_from, shift_to,"
                        + " cents_per_day, cents_per_kilometre, cents_per_hour) VALUES (?, ?, ?, 'Hof',"
                        + " 51800000, 11700000, '06:00', '16:00', 0, 0, 0)",
                region,
                van,
                "Wagen " + van);
        sql(
                "INSERT INTO tour (region_id, tour_id, market_day, van_id, state, generation, device_id, created_at)"
                        + " VALUES (?, ?, '2026-05-04', ?, 'RELEASED', 1, ?, now())",
                region,
                tour,
                van,
                driver.device());
        return new TourId(tour);
    }

    /** Bytes a sale costs on the wire in batches of 50, with and without the fiscal signature. */
    private void wire() throws Exception {
        for (boolean fiscal : new boolean[] {false, true}) {
            String code = "WIRE" + fiscal;
            sql(
                    "INSERT INTO enrolment_code (region_id, code_hash, created_at, expires_at)"
                            + " VALUES (?, ?, now(), now() + interval '10 minutes')",
                    region,
                    MessageDigest.getInstance("SHA-256")
                            .digest(
                                    code.toUpperCase(Locale.ROOT)
                                            .getBytes(StandardCharsets.UTF_8)));
            ReturningVan van = new ReturningVan(backend.url(), "messkreis", code);
            van.sell(new TourId(UUID.randomUUID()), 1000, BATCH, fiscal, 5);
            long body = van.requests().stream().mapToLong(request -> request.body().length).sum();
            long all = van.requests().stream().mapToLong(ReturningVan.Request::bytes).sum();
            say(
                    "%s the fiscal block: %.1f bytes a sale in the body, %.1f with the request's head (no TLS or TCP), %.2f lines each",
                    fiscal ? "With" : "Without",
                    body / 1000.0,
                    all / 1000.0,
                    van.sales().lines() / 1000.0);
        }
    }

    private record Drained(List<Long> nanos, String error) {

        int count() {
            return nanos.size();
        }

        double percentile(int percent) {
            List<Long> sorted = nanos.stream().sorted().toList();
            return sorted.isEmpty()
                    ? Double.NaN
                    : sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100)) / 1e6;
        }
    }

    private Drained drain(List<ReturningVan> vans) throws InterruptedException {
        ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();
        AtomicReference<String> error = new AtomicReference<>("");
        List<Thread> threads = new ArrayList<>();
        for (ReturningVan van : vans) {
            threads.add(
                    Thread.ofVirtual()
                            .start(
                                    () -> {
                                        try {
                                            send(van, nanos);
                                        } catch (IOException | RuntimeException e) {
                                            error.compareAndSet("", e.toString());
                                        }
                                    }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return new Drained(List.copyOf(nanos), error.get());
    }

    private void send(ReturningVan van, ConcurrentLinkedQueue<Long> nanos) throws IOException {
        try (HttpLine line = new HttpLine(backend.url())) {
            for (ReturningVan.Request request : van.requests()) {
                long began = System.nanoTime();
                HttpLine.Answer answer =
                        line.send("POST", request.path(), request.headers(), request.body());
                if (answer.status() != 200) {
                    throw new IOException("Upload answered " + answer.status() + answer.body());
                }
                nanos.add(System.nanoTime() - began);
            }
        }
    }

    private boolean agrees(List<ReturningVan> warm, List<ReturningVan> measured) throws Exception {
        List<ReturningVan> all = Stream.concat(warm.stream(), measured.stream()).toList();
        long sales = (long) all.size() * options.sales;
        long cents = all.stream().mapToLong(van -> van.sales().sold().cents()).sum();
        long lines = all.stream().mapToLong(van -> van.sales().lines()).sum();
        long[] held =
                row(
                        """
                        SELECT (SELECT count(*) FROM inbox), (SELECT count(*) FROM receipt),
                            (SELECT coalesce(sum(total_cents), 0)::bigint FROM receipt),
                            (SELECT count(*) FROM receipt_line),
                            (SELECT coalesce(sum(amount_cents), 0)::bigint FROM receipt_payment),
                            (SELECT count(*) FROM exception_case)
                        """,
                        6);
        boolean sound =
                held[0] == sales
                        && held[1] == sales
                        && held[2] == cents
                        && held[3] == lines
                        && held[4] == cents
                        && held[5] == 0;
        say(
                "Books: %d of %d sales in the inbox, %d receipts over %d of %d cents, %d of %d lines, %d cases: %s",
                held[0],
                sales,
                held[1],
                held[2],
                cents,
                held[3],
                lines,
                held[5],
                sound ? "every sale is in the books" : "NOT SOUND, the figures mean nothing");
        return sound;
    }

    private Gauge gauge() throws Exception {
        return Gauge.read(owner, backend.process(), backend.process());
    }

    private long[] row(String sql, int columns) throws Exception {
        try (PreparedStatement statement = owner.prepareStatement(sql);
                ResultSet result = statement.executeQuery()) {
            result.next();
            long[] row = new long[columns];
            for (int i = 0; i < columns; i++) {
                row[i] = result.getLong(i + 1);
            }
            return row;
        }
    }

    private void sql(String sql, Object... values) throws Exception {
        try (PreparedStatement statement = owner.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        }
    }

    private static String load() throws IOException {
        return Files.readString(Path.of("/proc/loadavg")).strip();
    }

    private void say(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(one);
            }
        }
    }
}
