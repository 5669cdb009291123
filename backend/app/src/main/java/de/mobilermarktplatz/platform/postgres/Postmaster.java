package de.mobilermarktplatz.platform.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server process and the thread that keeps it. The thread never ends while the server is
 * wanted, because the kernel shuts the server down when the thread that started it ends. It starts
 * the server again, on the same port, when it ended by itself (a full disk, the out-of-memory
 * killer).
 */
final class Postmaster implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Postmaster.class);
    private static final Duration START_PATIENCE = Duration.ofMinutes(2);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final Host host;
    private final Path binaries;
    private final Cluster cluster;
    private final PortChoice ports;
    private final PidFile pidFile;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final CompletableFuture<Integer> ready = new CompletableFuture<>();

    private volatile @Nullable Process process;

    private Postmaster(Host host, Path binaries, Cluster cluster, PortChoice ports) {
        this.host = host;
        this.binaries = binaries;
        this.cluster = cluster;
        this.ports = ports;
        this.pidFile = new PidFile(cluster.folder());
    }

    static Postmaster start(Host host, Path binaries, Cluster cluster, PortChoice ports) {
        var postmaster = new Postmaster(host, binaries, cluster, ports);
        postmaster.pidFile.clearLeftovers();
        Thread.ofPlatform().daemon().name("postgres-keeper").start(postmaster::keep);
        try {
            var _ = postmaster.ready.join();
            return postmaster;
        } catch (CompletionException e) {
            postmaster.close();
            if (e.getCause() instanceof PostgresStartFailure failure) {
                throw failure;
            }
            throw e;
        }
    }

    int port() {
        return ready.join();
    }

    boolean alive() {
        var current = process;
        return current != null && current.isAlive();
    }

    long pid() {
        var current = process;
        return current == null ? -1 : current.pid();
    }

    private void keep() {
        try {
            ready.complete(launch());
        } catch (RuntimeException e) {
            ready.completeExceptionally(e);
            return;
        }
        try {
            while (awaitUnexpectedEnd()) {
                relaunch();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean awaitUnexpectedEnd() throws InterruptedException {
        var current = process;
        var exit = current == null ? -1 : current.waitFor();
        if (closing.getCount() == 0) {
            return false;
        }
        LOG.error(
                "PostgreSQL ended by itself with {}, see {}; starting it again",
                exit,
                cluster.log().file());
        return true;
    }

    private void relaunch() throws InterruptedException {
        var pause = Duration.ofMillis(500);
        while (!closing.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
            try {
                LOG.info("PostgreSQL is back on port {}", launch());
                return;
            } catch (PostgresStartFailure e) {
                LOG.error("next attempt in {}: {}", pause, e.getMessage());
                pause =
                        pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0
                                ? LONGEST_PAUSE
                                : pause.multipliedBy(2);
            }
        }
    }

    /** Starts the server and returns its port when it accepts connections. */
    private int launch() {
        var deadline = System.nanoTime() + START_PATIENCE.toNanos();
        while (true) {
            var port = ports.next();
            var offset = cluster.log().rotate();
            var child = spawn(port);
            if (awaitReady(child, port, deadline)) {
                return ports.settle(port);
            }
            var words = cluster.log().since(offset);
            var again =
                    (ServerLog.predecessorStillEnding(words) && System.nanoTime() < deadline)
                            || (ServerLog.addressInUse(words) && ports.mayTryAnother());
            if (!again || closing.getCount() == 0) {
                throw cluster.log()
                        .explain("postgres", child.exitValue(), words, cluster.dataFolder(), port);
            }
        }
    }

    private synchronized Process spawn(int port) {
        if (closing.getCount() == 0) {
            throw new IllegalStateException(
                    "the server of " + cluster.folder() + " is being closed");
        }
        var command =
                Programs.command(
                        host.prefixOfServer(),
                        binaries.resolve("bin/postgres"),
                        Settings.arguments(cluster.folder(), port));
        var log = ProcessBuilder.Redirect.appendTo(cluster.log().file().toFile());
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log);
        Programs.neutral(builder.environment());
        try {
            var child = builder.start();
            child.getOutputStream().close();
            process = child;
            return child;
        } catch (IOException e) {
            throw new PostgresStartFailure(
                    "Das Programm "
                            + command.getFirst()
                            + " lässt sich nicht ausführen ("
                            + e.getMessage()
                            + ").",
                    e);
        }
    }

    /** Waits until this very child says it is ready; false when it ended instead. */
    private boolean awaitReady(Process child, int port, long deadline) {
        try {
            while (!pidFile.saysReady(child.pid(), port)) {
                if (child.waitFor(5, TimeUnit.MILLISECONDS)) {
                    return false;
                }
                if (System.nanoTime() > deadline) {
                    stop(child);
                    throw PostgresStartFailure.tooSlow(
                            START_PATIENCE.toSeconds(), cluster.log().file());
                }
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop(child);
            return false;
        }
    }

    @Override
    public void close() {
        Process current;
        synchronized (this) {
            closing.countDown();
            current = process;
        }
        if (current != null && current.isAlive()) {
            stop(current);
        }
    }

    /**
     * Fast shutdown (open transactions are rolled back, everything is written), then immediate,
     * then kill.
     */
    private static void stop(Process child) {
        try {
            Programs.signal("INT", child.pid());
            if (child.waitFor(STOP_PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                return;
            }
            Programs.signal("QUIT", child.pid());
            if (!child.waitFor(5, TimeUnit.SECONDS)) {
                child.destroyForcibly();
            }
        } catch (InterruptedException e) {
            child.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
