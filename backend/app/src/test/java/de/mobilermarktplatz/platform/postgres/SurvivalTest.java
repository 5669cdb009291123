package de.mobilermarktplatz.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * What was committed survives every way in which a program can end, and the next start just works.
 */
@EnabledOnOs(OS.LINUX)
class SurvivalTest {

    @TempDir Path folder;

    @Test
    void rowsAndPasswordAreThereAfterARestart() throws Exception {
        String password;
        try (var server = EmbeddedPostgres.start(folder)) {
            password = server.superuserPassword();
            Sql.run(
                    server,
                    "CREATE TABLE sale (id int PRIMARY KEY)",
                    "INSERT INTO sale VALUES (1)");
        }
        var started = System.nanoTime();
        try (var server = EmbeddedPostgres.start(folder)) {
            System.out.printf("second start: %d ms%n", (System.nanoTime() - started) / 1_000_000);
            assertThat(server.superuserPassword()).isEqualTo(password);
            assertThat(sales(server)).isEqualTo("1");
        }
        assertThat(Files.readString(folder.resolve("postgres.log"))).doesNotContain("recovery");
    }

    @Test
    void theServerEndsWithAKilledProcessAndKeepsWhatWasCommitted() throws Exception {
        PreparedCluster.copyInto(folder);
        long postmaster;
        try (var child =
                ChildJvm.start(
                        ServerInChild.class, folder.toString(), Host.current().searchPath())) {
            child.await("port");
            postmaster = Long.parseLong(child.await("postmaster"));
            assertThat(runs(postmaster)).isTrue();
            child.kill9();
        }
        // Its last checkpoint takes as long as the disk does: below 2 s on an idle machine.
        var lived = endsWithin(postmaster, Duration.ofSeconds(20));
        System.out.printf("the server outlived the kill -9 by %d ms%n", lived.toMillis());
        assertThat(lived).isLessThan(Duration.ofSeconds(10));
        try (var server = EmbeddedPostgres.start(folder)) {
            assertThat(sales(server)).isEqualTo("1");
        }
    }

    @Test
    void aServerThatOutlivedItsProcessIsStoppedByTheNextStart() throws Exception {
        // A setpriv that asks the kernel for nothing makes an orphan, as older systems or odd
        // containers might.
        var tools = Files.createDirectories(folder.resolve("tools"));
        Files.writeString(tools.resolve("setpriv"), "#!/bin/sh\nshift 2\nexec \"$@\"\n");
        Files.setPosixFilePermissions(
                tools.resolve("setpriv"), PosixFilePermissions.fromString("rwxr-xr-x"));
        var data = folder.resolve("data");
        PreparedCluster.copyInto(data);
        long orphan;
        try (var child =
                ChildJvm.start(
                        ServerInChild.class,
                        data.toString(),
                        tools + ":" + Host.current().searchPath())) {
            orphan = Long.parseLong(child.await("postmaster"));
            child.kill9();
        }
        assertThat(runs(orphan)).isTrue();
        try (var server = EmbeddedPostgres.start(data)) {
            assertThat(runs(orphan)).isFalse();
            assertThat(server.pid()).isNotEqualTo(orphan);
            assertThat(sales(server)).isEqualTo("1");
        }
    }

    @Test
    void aPidFileThatNamesAnotherProgramAfterARebootDoesNotBlock() throws Exception {
        PreparedCluster.copyInto(folder);
        var stranger = new ProcessBuilder("sleep", "60").start();
        try {
            Files.writeString(
                    folder.resolve("postgres/postmaster.pid"),
                    stranger.pid()
                            + "\n"
                            + folder.resolve("postgres")
                            + "\n1\n5432\n\n127.0.0.1\n\nready   \n",
                    StandardOpenOption.CREATE);
            try (var server = EmbeddedPostgres.start(folder)) {
                assertThat(server.alive()).isTrue();
                assertThat(stranger.isAlive()).isTrue();
            }
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void aServerThatIsKilledAloneComesBackOnTheSamePort() throws Exception {
        PreparedCluster.copyInto(folder);
        try (var server = EmbeddedPostgres.start(folder)) {
            Sql.run(
                    server,
                    "CREATE TABLE sale (id int PRIMARY KEY)",
                    "INSERT INTO sale VALUES (1)");
            var port = server.port();
            var killed = server.pid();
            Programs.signal("KILL", killed);
            endsWithin(killed, Duration.ofSeconds(10));
            assertThat(salesWithin(server, Duration.ofSeconds(20))).isEqualTo("1");
            assertThat(server.port()).isEqualTo(port);
            assertThat(server.pid()).isNotEqualTo(killed);
        }
    }

    private static String sales(EmbeddedPostgres server) throws SQLException {
        return Sql.ask(server, "SELECT count(*) FROM sale");
    }

    /** A process that has ended but that nobody has collected yet has no command line. */
    private static boolean runs(long pid) {
        try {
            return !Files.readString(Path.of("/proc", Long.toString(pid), "cmdline")).isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    private static Duration endsWithin(long pid, Duration patience) throws Exception {
        var started = System.nanoTime();
        while (runs(pid) && System.nanoTime() - started < patience.toNanos()) {
            Thread.sleep(5);
        }
        return Duration.ofNanos(System.nanoTime() - started);
    }

    private static String salesWithin(EmbeddedPostgres server, Duration patience) throws Exception {
        var deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                return sales(server);
            } catch (SQLException e) {
                if (System.nanoTime() > deadline) {
                    throw e;
                }
                Thread.sleep(50);
            }
        }
    }
}
