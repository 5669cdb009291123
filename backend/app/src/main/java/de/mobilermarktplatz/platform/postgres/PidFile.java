package de.mobilermarktplatz.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PostgreSQL's {@code postmaster.pid}. Line 1 is the pid, line 4 the port, line 8 the state
 * (PostgreSQL, {@code src/include/utils/pidfile.h}).
 */
record PidFile(Path cluster) {

    private static final Logger LOG = LoggerFactory.getLogger(PidFile.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Path file() {
        return cluster.resolve("postmaster.pid");
    }

    /** Whether the server with this pid, and no other, accepts connections on this port. */
    boolean saysReady(long pid, int port) {
        var lines = lines();
        return lines.size() >= 8
                && lines.get(0).strip().equals(Long.toString(pid))
                && lines.get(3).strip().equals(Integer.toString(port))
                && lines.get(7).strip().equals("ready");
    }

    /**
     * Clears what an earlier run left behind. The caller holds the data folder's lock, so a server
     * that still runs on it is an orphan and is shut down. A pid that now belongs to another
     * program (after a reboot) would make PostgreSQL refuse for ever, so that file is removed.
     * Everything else PostgreSQL sorts out itself.
     */
    void clearLeftovers() {
        var lines = lines();
        if (lines.isEmpty()) {
            return;
        }
        var owner =
                parse(lines.getFirst()).flatMap(ProcessHandle::of).filter(ProcessHandle::isAlive);
        if (owner.isEmpty()) {
            return;
        }
        if (runsOurCluster(owner.get().pid())) {
            LOG.warn(
                    "a PostgreSQL server (pid {}) still runs on {}, stopping it",
                    owner.get().pid(),
                    cluster);
            stop(owner.get().pid());
        } else {
            LOG.warn(
                    "{} names pid {}, which is another program: removed",
                    file(),
                    owner.get().pid());
            delete();
        }
    }

    private void stop(long orphan) {
        Programs.signal("INT", orphan);
        if (!ends(orphan)) {
            Programs.signal("QUIT", orphan);
            var _ = ends(orphan);
        }
    }

    /** A dead process that nobody has collected yet still has a pid, but no command line. */
    private boolean ends(long pid) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (runsOurCluster(pid)) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            LockSupport.parkNanos(5_000_000);
        }
        return true;
    }

    private boolean runsOurCluster(long pid) {
        try {
            var words =
                    Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"))
                            .split("\0", -1);
            return words[0].endsWith("postgres") && List.of(words).contains(cluster.toString());
        } catch (IOException e) {
            return false;
        }
    }

    private static Optional<Long> parse(String line) {
        try {
            return Optional.of(Long.parseLong(line.strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private void delete() {
        try {
            Files.deleteIfExists(file());
        } catch (IOException e) {
            throw PostgresStartFailure.folderUnusable(file(), e);
        }
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(file());
        } catch (IOException e) {
            return List.of();
        }
    }
}
