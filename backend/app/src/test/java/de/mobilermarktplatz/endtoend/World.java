package de.mobilermarktplatz.endtoend;

import de.mobilermarktplatz.testing.ExternalDatabase;
import de.mobilermarktplatz.testing.ExternalPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Backend, Stripe simulator and network as processes of their own, at a time of our choosing. */
final class World implements AutoCloseable {

    static final String REGION = "wipperkreis";

    private static final Duration START = Duration.ofSeconds(120);
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final String SECRET = "whsec_endtoend";

    private final Path folder;
    private final int port = freePort();
    private final int stripePort = freePort();
    private final Network network = new Network();
    private @Nullable JavaProcess backend;
    private @Nullable JavaProcess stripe;
    private Duration offset = Duration.ZERO;
    private Path data;

    /** Null for the PostgreSQL that the backend carries along. */
    private @Nullable ExternalDatabase database;

    World(Path folder) {
        this(folder, ExternalPostgres.chosen().map(ExternalPostgres::database).orElse(null));
    }

    World(Path folder, @Nullable ExternalDatabase database) {
        this.folder = folder;
        this.data = folder.resolve("data");
        this.database = database;
        network.leadsTo(port);
    }

    /** Starts, or starts again, everything with the clock moved to this local time. */
    void itIs(LocalDateTime time) {
        stopAll();
        offset = Duration.between(Instant.now(), time.atZone(ZONE).toInstant()).withNanos(0);
        stripe =
                new JavaProcess(
                        "stripe",
                        folder,
                        "de.mobilermarktplatz.stripesimulator.Main",
                        List.of(
                                "--port",
                                "" + stripePort,
                                "--data",
                                folder.resolve("stripe.jsonl").toString(),
                                "--webhook-url",
                                url() + "/hooks/stripe/" + REGION,
                                "--webhook-secret",
                                SECRET,
                                "--clock-offset",
                                offset.toString()));
        stripe.await("SIMULATION", START);
        startBackend();
    }

    void startBackend() {
        List<String> options =
                new ArrayList<>(
                        List.of(
                                "--server.port=" + port,
                                "--server.address=127.0.0.1",
                                "--marktplatz.data=" + data,
                                "--marktplatz.sample-county=" + county(),
                                "--marktplatz.clock-offset=" + offset,
                                "--marktplatz.public-url=" + url(),
                                "--marktplatz.stripe.api-base=http://127.0.0.1:" + stripePort,
                                "--marktplatz.stripe.webhook-secret=" + SECRET));
        if (database != null) {
            options.addAll(database.options());
        }
        backend = new JavaProcess("backend", folder, "de.mobilermarktplatz.Application", options);
    }

    /** A small county without a history, from a folder of the disk as anybody could write one. */
    private static String county() {
        try {
            return Path.of(
                            Objects.requireNonNull(World.class.getResource("/sample/" + REGION))
                                    .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The next line of the backend's output with this text, within the time that a start may take.
     */
    String backendSays(String text) {
        return running().await(text, START);
    }

    void stopBackend() {
        running().stop();
    }

    /** The next start uses another data folder and another database. */
    void movesTo(Path otherData, ExternalDatabase otherDatabase) {
        data = otherData;
        database = otherDatabase;
    }

    /** Secrets and everything else that the backend keeps outside its database. */
    Path data() {
        return data;
    }

    /** {@code kill -9} of one of the processes by which PostgreSQL serves its connections. */
    boolean killsADatabaseProcess(RandomGenerator random) {
        try (Connection connection = database();
                PreparedStatement question =
                        connection.prepareStatement(
                                "SELECT pid FROM pg_stat_activity WHERE usename = 'marktplatz_app'"
                                        + " ORDER BY (state = 'active') DESC, query_start DESC LIMIT 4");
                ResultSet rows = question.executeQuery()) {
            List<Long> pids = new ArrayList<>();
            while (rows.next()) {
                pids.add(rows.getLong(1));
            }
            return !pids.isEmpty()
                    && ProcessHandle.of(pids.get(random.nextInt(pids.size())))
                            .map(ProcessHandle::destroyForcibly)
                            .orElse(false);
        } catch (SQLException | UncheckedIOException notUpYet) {
            return false;
        }
    }

    /** {@code kill -9}. */
    void killBackend() {
        running().kill();
    }

    Network network() {
        return network;
    }

    Duration offset() {
        return offset;
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    String shop() {
        return url() + "/r/" + REGION;
    }

    String stripeUrl() {
        return "http://127.0.0.1:" + stripePort;
    }

    /** What tablets know: their way leads through the network. */
    String syncUrl() {
        return "http://127.0.0.1:" + network.port() + "/sync/v1/" + REGION;
    }

    /** A tablet whose way leads through another network than the world's own. */
    TabletOnBoard tablet(String name, int networkPort) {
        String server = "http://127.0.0.1:" + networkPort + "/sync/v1/" + REGION;
        return new TabletOnBoard(name, folder, server, offset);
    }

    TabletOnBoard tablet(String name) {
        return new TabletOnBoard(name, folder, syncUrl(), offset);
    }

    /**
     * One number out of the database, asked with the superuser's rights: the books as they are on
     * disk.
     */
    long inTheBooks(String sql) {
        try (Connection connection = database();
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private Connection database() throws SQLException {
        if (database != null) {
            return database.superuser();
        }
        try {
            List<String> pid = Files.readAllLines(data.resolve("postgres/postmaster.pid"));
            String password = Files.readString(data.resolve("secrets/postgres-superuser")).strip();
            return DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:" + pid.get(3) + "/marktplatz",
                    "postgres",
                    password);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        network.close();
        stopAll();
    }

    private void stopAll() {
        if (backend != null && backend.alive()) {
            backend.stop();
        }
        if (stripe != null && stripe.alive()) {
            stripe.stop();
        }
    }

    private JavaProcess running() {
        return Objects.requireNonNull(backend);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
