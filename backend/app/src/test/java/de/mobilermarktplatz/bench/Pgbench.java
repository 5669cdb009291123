package de.mobilermarktplatz.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The yardstick: the least honest work for one order, driven by Debian's pgbench. One prepared
 * statement and one commit lock three offers, take stock only if all three suffice, and write the
 * order under a unique key, its three lines, its payment and its fact. The tables are as bare as
 * tables of this kind can be: a region in every key, no row-level security, no indexes but the
 * keys.
 */
final class Pgbench {

    private static final String TABLES =
            """
            CREATE SCHEMA bench;
            CREATE TABLE bench.offer (region_id uuid, offer_id int, free bigint NOT NULL CHECK (free >= 0),
                price_cents bigint NOT NULL, PRIMARY KEY (region_id, offer_id));
            CREATE TABLE bench.orders (region_id uuid, order_id uuid, idempotency_key uuid NOT NULL, call_id int NOT NULL,
                customer_name text NOT NULL, customer_phone text NOT NULL, placed_at timestamptz NOT NULL,
                PRIMARY KEY (region_id, order_id), UNIQUE (region_id, idempotency_key));
            CREATE TABLE bench.order_line (region_id uuid, order_id uuid, line_no int, offer_id int NOT NULL,
                ordered bigint NOT NULL, price_cents bigint NOT NULL, PRIMARY KEY (region_id, order_id, line_no),
                FOREIGN KEY (region_id, order_id) REFERENCES bench.orders);
            CREATE TABLE bench.payment (region_id uuid, payment_id uuid, order_id uuid NOT NULL, state text NOT NULL,
                cents bigint NOT NULL, PRIMARY KEY (region_id, payment_id),
                FOREIGN KEY (region_id, order_id) REFERENCES bench.orders);
            CREATE TABLE bench.outbox (region_id uuid, fact_id uuid, type text NOT NULL, body jsonb NOT NULL,
                created_at timestamptz NOT NULL, PRIMARY KEY (region_id, fact_id));
            INSERT INTO bench.offer SELECT '%1$s', n, %2$d, 100 + n FROM generate_series(0, %3$d - 1) AS n;
            ANALYZE bench.offer;
            """;

    /** Offsets make the three offers different without asking again. */
    private static final String SCRIPT =
            """
            \\set call random(1, %4$d)
            \\set a random(0, %3$d - 1)
            \\set b (:a + random(1, 49)) %% %3$d
            \\set c (:a + random(50, 99)) %% %3$d
            WITH goods AS (
                SELECT offer_id, free, price_cents FROM bench.offer
                WHERE region_id = '%1$s' AND offer_id IN (:a, :b, :c) ORDER BY offer_id FOR UPDATE
            ), verdict AS MATERIALIZED (
                SELECT sum(price_cents)::bigint AS total FROM goods WHERE free >= 1 HAVING count(*) = 3
            ), placed AS (
                INSERT INTO bench.orders
                SELECT '%1$s', %2$s, gen_random_uuid(), :call, 'Erika Muster', '03471 123456', now() FROM verdict
                ON CONFLICT DO NOTHING RETURNING order_id
            ), taken AS (
                UPDATE bench.offer o SET free = g.free - 1 FROM goods g, placed
                WHERE o.region_id = '%1$s' AND o.offer_id = g.offer_id
            ), lines AS (
                INSERT INTO bench.order_line
                SELECT '%1$s', order_id, row_number() OVER (), offer_id, 1, price_cents FROM goods, placed
            ), paid AS (
                INSERT INTO bench.payment SELECT '%1$s', %2$s, order_id, 'AT_VAN', total FROM placed, verdict
            )
            INSERT INTO bench.outbox
            SELECT '%1$s', %2$s, 'OrderPlaced', jsonb_build_object('orderId', order_id, 'totalCents', total), now()
            FROM placed, verdict;
            """;

    /** Milliseconds until the server has waited for all processes whose clients are gone. */
    private static final int REAPING = 500;

    private final Path program;
    private final Backend backend;
    private final Path folder;

    /**
     * @param perSecond orders of one connection-bound statement each
     * @param millis what each took, ascending
     */
    record Result(double perSecond, double[] millis, double databaseMillisEach) {}

    private Pgbench(Path program, Backend backend, Path folder) {
        this.program = program;
        this.backend = backend;
        this.folder = folder;
    }

    /** The newest one of this machine; empty when Debian's package {@code postgresql} is absent. */
    static Optional<Path> program() throws IOException {
        Stream<Path> onPath = Arrays.stream(System.getenv("PATH").split(":")).map(Path::of);
        Path versions = Path.of("/usr/lib/postgresql");
        try (Stream<Path> installed =
                Files.isDirectory(versions) ? Files.list(versions) : Stream.empty()) {
            return Stream.concat(
                            installed.sorted().toList().reversed().stream()
                                    .map(version -> version.resolve("bin")),
                            onPath)
                    .map(bin -> bin.resolve("pgbench"))
                    .filter(Files::isExecutable)
                    .filter(found -> !Files.isSymbolicLink(found))
                    .findFirst();
        }
    }

    static Pgbench prepare(
            Path program, Backend backend, Connection owner, BusyCounty county, Path folder)
            throws IOException, SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute(
                    TABLES.formatted(county.id(), BusyCounty.PLENTY, BusyCounty.ARTICLES));
        }
        boolean ordered = owner.getMetaData().getDatabaseMajorVersion() >= 18;
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve("order.sql"),
                SCRIPT.formatted(
                        county.id(),
                        ordered ? "uuidv7()" : "gen_random_uuid()",
                        BusyCounty.ARTICLES,
                        BusyCounty.CALLS));
        return new Pgbench(program, backend, folder);
    }

    Result run(int clients, int seconds, long seed) throws IOException, InterruptedException {
        Path logs = Files.createTempDirectory(folder, "run-");
        ProcessBuilder command =
                new ProcessBuilder(
                        List.of(
                                program.toString(),
                                "--no-vacuum",
                                "--protocol=prepared",
                                "--client=" + clients,
                                "--jobs=2",
                                "--time=" + seconds,
                                "--random-seed=" + seed,
                                "--log",
                                "--file=" + folder.resolve("order.sql"),
                                "--host=127.0.0.1",
                                "--port=" + backend.databasePort(),
                                "--username=marktplatz_owner",
                                "marktplatz"));
        command.environment().put("PGPASSWORD", backend.secret("database-owner"));
        Path output = logs.resolve("output.txt");
        command.directory(logs.toFile()).redirectErrorStream(true).redirectOutput(output.toFile());
        long before = ProcessTree.below(backend.process());
        Process running = command.start();
        if (!running.waitFor(seconds + 60L, TimeUnit.SECONDS) || running.exitValue() != 0) {
            running.destroyForcibly();
            throw new IOException("pgbench failed:\n" + Files.readString(output));
        }
        TimeUnit.MILLISECONDS.sleep(REAPING);
        long spent = ProcessTree.below(backend.process()) - before;
        double[] millis = latencies(logs);
        return new Result(
                perSecond(Files.readString(output)), millis, spent / (double) millis.length);
    }

    /** Excludes the time that connections take to open. */
    private static double perSecond(String output) {
        return output.lines()
                .filter(line -> line.startsWith("tps = "))
                .mapToDouble(line -> Double.parseDouble(line.split(" ")[2]))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(output));
    }

    /** Third column of the transaction log: microseconds. */
    private static double[] latencies(Path logs) throws IOException {
        try (Stream<Path> files = Files.list(logs)) {
            return files.filter(file -> file.getFileName().toString().startsWith("pgbench_log"))
                    .flatMap(Pgbench::lines)
                    .mapToDouble(line -> Double.parseDouble(line.split(" ")[2]) / 1000)
                    .sorted()
                    .toArray();
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
