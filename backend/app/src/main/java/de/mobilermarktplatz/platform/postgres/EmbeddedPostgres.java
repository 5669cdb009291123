package de.mobilermarktplatz.platform.postgres;

import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL server inside a data folder, as safe as an installed one: fsync and data
 * checksums on, passwords by SCRAM, reachable from this machine only. It ends with this process,
 * even after {@code kill -9}, and whatever was committed is there at the next start.
 *
 * <p>Linux on amd64 only; needs util-linux ({@code setsid}, {@code setpriv}; as root {@code
 * unshare} too).
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);

    private final InstanceLock lock;
    private final Cluster cluster;
    private final Postmaster postmaster;
    private final String password;

    private EmbeddedPostgres(
            InstanceLock lock, Cluster cluster, Postmaster postmaster, String password) {
        this.lock = lock;
        this.cluster = cluster;
        this.postmaster = postmaster;
        this.password = password;
    }

    /**
     * Starts on a free port, see {@link #start(Path, int)}.
     *
     * @throws PostgresStartFailure with a sentence for the operator
     */
    public static EmbeddedPostgres start(Path dataFolder) {
        return start(dataFolder, 0);
    }

    /**
     * Starts the server and returns when it accepts connections: a few seconds at the very first
     * start on a machine, well below a second later, longer only for recovery after a crash (two
     * minutes at most).
     *
     * @param dataFolder holds everything that must be kept; created if absent; used by one process
     *     at a time
     * @param port 1–65535, or 0 for any free port
     * @throws PostgresStartFailure with a sentence for the operator
     */
    public static EmbeddedPostgres start(Path dataFolder, int port) {
        return start(dataFolder, port, defaultCache(), Host.current());
    }

    static EmbeddedPostgres start(Path dataFolder, int port, Path cache, Host host) {
        var started = System.nanoTime();
        host.check();
        var folder = Disk.ownFolder(dataFolder.toAbsolutePath().normalize());
        var lock = InstanceLock.acquire(folder);
        try {
            var binaries = Binaries.unpacked(Disk.ownFolder(cache));
            var cluster = new Cluster(folder);
            cluster.prepare(host, binaries);
            var password = cluster.password();
            var postmaster = Postmaster.start(host, binaries, cluster, new PortChoice(port));
            LOG.info(
                    "PostgreSQL (pid {}) runs on 127.0.0.1:{} with the data in {}, started in {} ms",
                    postmaster.pid(),
                    postmaster.port(),
                    folder,
                    (System.nanoTime() - started) / 1_000_000);
            return new EmbeddedPostgres(lock, cluster, postmaster, password);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /**
     * The programs can be unpacked again at any time, so they live with other caches and not with
     * the data.
     */
    static Path defaultCache() {
        var xdg = System.getenv("XDG_CACHE_HOME");
        var base =
                xdg == null || !xdg.startsWith("/")
                        ? Path.of(System.getProperty("user.home"), ".cache")
                        : Path.of(xdg);
        return base.resolve("mobiler-marktplatz");
    }

    /** Always {@code 127.0.0.1}. */
    public String host() {
        return "127.0.0.1";
    }

    /** Stays the same until {@link #close()}, also when the server had to be started again. */
    public int port() {
        return postmaster.port();
    }

    public String superuserName() {
        return Cluster.SUPERUSER;
    }

    /** Made at the first start, kept in {@code secrets/} with mode 600. Never to be logged. */
    public String superuserPassword() {
        return password;
    }

    /** For the JDBC driver, without user and password. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://" + host() + ":" + port() + "/" + database;
    }

    /** The log file of the server, for diagnosis. */
    public Path logFile() {
        return cluster.log().file();
    }

    /**
     * Whether the server process runs; false for a moment while it is started again after it ended
     * by itself.
     */
    public boolean alive() {
        return postmaster.alive() && Files.exists(cluster.folder());
    }

    /** The server's process id, changing when it had to be started again. */
    long pid() {
        return postmaster.pid();
    }

    /**
     * Shuts the server down: open transactions are rolled back, all data is written. A second call
     * does nothing.
     */
    @Override
    public void close() {
        try {
            postmaster.close();
        } finally {
            lock.close();
        }
    }
}
