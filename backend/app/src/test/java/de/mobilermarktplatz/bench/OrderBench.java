package de.mobilermarktplatz.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * How many orders a second, and what one costs: places whole orders over HTTP in a real backend
 * with its real PostgreSQL (fsync on), and measures in the same run, before and after, what the
 * same PostgreSQL manages of the least honest work for an order. Figures of different runs or
 * machines are not comparable, the ratio is.
 */
public final class OrderBench {

    private static final Duration RUN_UP = Duration.ofMillis(1500);

    private final BenchOptions options;
    private final Path folder;
    private final Report report;
    private final Backend backend;
    private final Connection owner;
    private final BusyCounty county;
    private final Books books;
    private boolean sound = true;

    private OrderBench(BenchOptions options, Path folder, Report report, Backend backend)
            throws Exception {
        this.options = options;
        this.folder = folder;
        this.report = report;
        this.backend = backend;
        this.owner = backend.owner();
        LocalDate today = LocalDate.now(ZoneId.of("Europe/Berlin"));
        this.county = BusyCounty.fill(owner, "messkreis", today, options.seed());
        this.books = new Books(owner, county.id());
    }

    public static void main(String[] arguments) throws Exception {
        BenchOptions options;
        try {
            options = BenchOptions.of(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        System.exit(run(options, System.out) ? 0 : 1);
    }

    /** True when every order that was answered stands in the database and nothing else does. */
    static boolean run(BenchOptions options, PrintStream out) throws Exception {
        Path folder = Files.createTempDirectory("order-bench-");
        Report report = new Report(out);
        report.machine(options);
        try (Backend backend = Backend.still(folder.resolve("data"))) {
            OrderBench bench = new OrderBench(options, folder, report, backend);
            bench.measure();
            return bench.sound;
        } finally {
            if (options.keep()) {
                out.println("The data is kept in " + folder);
            } else {
                delete(folder);
            }
        }
    }

    private void measure() throws Exception {
        report.server(owner);
        warmUp();
        Optional<Path> program = Pgbench.program();
        Optional<Pgbench> pgbench = Optional.empty();
        if (program.isPresent()) {
            pgbench =
                    Optional.of(
                            Pgbench.prepare(
                                    program.get(),
                                    backend,
                                    owner,
                                    county,
                                    folder.resolve("pgbench")));
        }
        Map<Integer, Pgbench.Result> before = yardstick(pgbench);
        List<Report.Row> rows = new ArrayList<>();
        for (int clients : options.requests() ? options.clients() : List.<Integer>of()) {
            rows.add(phase("order request", ApiBuyer::new, clients));
        }
        for (int clients : options.wholes() ? options.clients() : List.<Integer>of()) {
            rows.add(phase("whole order", BrowserBuyer::new, clients));
        }
        Map<Integer, Pgbench.Result> after = yardstick(pgbench);
        report.table(rows, before, after);
        telling();
        check();
    }

    /** Every kind of load, so that its code is compiled before the first figure. */
    private void warmUp() throws Exception {
        int clients = options.clients().getLast();
        List<Buyer.Kind> kinds = new ArrayList<>();
        if (options.wholes()) {
            kinds.add(BrowserBuyer::new);
        }
        if (options.requests()) {
            kinds.add(ApiBuyer::new);
        }
        Duration each = Duration.ofMillis(options.warmUp() * 1000L / kinds.size());
        for (Buyer.Kind kind : kinds) {
            long stood = books.orders();
            Crowd.Done done =
                    new Crowd(backend.url(), county)
                            .order(kind, clients, options.seed() + 1, each, () -> {});
            agree("warm-up", stood, done);
        }
    }

    private Map<Integer, Pgbench.Result> yardstick(Optional<Pgbench> pgbench) throws Exception {
        Map<Integer, Pgbench.Result> results = new HashMap<>();
        if (pgbench.isPresent()) {
            for (int clients : options.clients()) {
                results.put(clients, pgbench.get().run(clients, options.seconds(), options.seed()));
            }
        }
        return results;
    }

    private Report.Row phase(String name, Buyer.Kind kind, int clients) throws Exception {
        long stood = books.orders();
        Gauge[] gauges = new Gauge[2];
        long[] own = new long[2];
        long self = ProcessHandle.current().pid();
        Crowd.Done done =
                new Crowd(backend.url(), county)
                        .order(
                                kind,
                                clients,
                                options.seed() + clients,
                                RUN_UP,
                                () -> {
                                    own[0] = ProcessTree.own(self);
                                    gauges[0] = gauge();
                                    TimeUnit.SECONDS.sleep(options.seconds());
                                    gauges[1] = gauge();
                                    own[1] = ProcessTree.own(self);
                                });
        agree(name, stood, done);
        return new Report.Row(name, clients, done, gauges[1].minus(gauges[0]), own[1] - own[0]);
    }

    private Gauge gauge() throws Exception {
        return Gauge.read(owner, backend.process(), backend.process());
    }

    private void agree(String name, long stood, Crowd.Done done) throws Exception {
        long stands = books.orders();
        if (done.errors() > 0 || stands - stood != done.placed()) {
            sound = false;
            report.broken(name, done, stands - stood);
        }
    }

    /** What every order costs afterwards: a second backend brings the facts to those concerned. */
    private void telling() throws Exception {
        long waiting = books.factsToTell();
        try (Backend relaying = backend.companion(folder.resolve("relay"))) {
            TimeUnit.SECONDS.sleep(Math.min(5, options.seconds()));
            long told = books.factsTold();
            Gauge from = Gauge.read(owner, relaying.process(), backend.process());
            TimeUnit.SECONDS.sleep(options.seconds());
            Gauge spent = Gauge.read(owner, relaying.process(), backend.process()).minus(from);
            report.telling(waiting, books.factsTold() - told, options.seconds(), spent);
        }
    }

    private void check() throws Exception {
        long half = books.halfOrders();
        long wrong = books.wrongStock();
        sound &= half == 0 && wrong == 0;
        report.books(books.orders(), half, wrong, sound);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(one);
            }
        }
    }
}
