package de.mobilermarktplatz.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Every reason not to start is one German sentence with names, values and a hint. */
@EnabledOnOs(OS.LINUX)
class StartFailureTest {

    @TempDir Path folder;

    @Test
    void aFolderInUseIsRefusedAndNamesTheProcessThatUsesIt() throws Exception {
        PreparedCluster.copyInto(folder);
        try (var server = EmbeddedPostgres.start(folder)) {
            assertRefused(() -> EmbeddedPostgres.start(folder))
                    .hasMessageContaining("benutzt schon dieser Prozess selbst");

            try (var child =
                    ChildJvm.start(
                            ServerInChild.class, folder.toString(), Host.current().searchPath())) {
                assertThat(child.await("refused"))
                        .contains(folder.toString())
                        .contains("benutzt schon der Prozess " + ProcessHandle.current().pid());
            }
            assertRefused(
                    () -> EmbeddedPostgres.start(folder)); // the attempts did not loosen the lock
            assertThat(Sql.ask(server, "SELECT 1")).isEqualTo("1");
        }
        EmbeddedPostgres.start(folder).close();
    }

    @Test
    void aTakenPortIsNamed() throws Exception {
        PreparedCluster.copyInto(folder);
        try (var other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertRefused(() -> EmbeddedPostgres.start(folder, other.getLocalPort()))
                    .hasMessageContaining(
                            "Der Port " + other.getLocalPort() + " auf 127.0.0.1 ist belegt");
        }
        EmbeddedPostgres.start(folder).close();
    }

    @Test
    void aFixedPortIsUsed() throws Exception {
        PreparedCluster.copyInto(folder);
        int free;
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            free = socket.getLocalPort();
        }
        try (var server = EmbeddedPostgres.start(folder, free)) {
            assertThat(server.port()).isEqualTo(free);
            assertThat(Sql.ask(server, "SHOW port")).isEqualTo(Integer.toString(free));
        }
    }

    @Test
    void aMissingToolIsNamedWithItsPackage() {
        var here = Host.current();
        var bare = new Host(here.os(), here.cpu(), here.root(), folder.toString());
        assertRefused(
                        () ->
                                EmbeddedPostgres.start(
                                        folder.resolve("data"), 0, TestCache.folder(), bare))
                .hasMessageContaining(here.root() ? "'unshare'" : "'setsid'")
                .hasMessageContaining(folder.toString())
                .hasMessageContaining("util-linux");
    }

    @Test
    void anotherSystemIsNamed() {
        var mac = new Host("Mac OS X", "aarch64", false, "/bin");
        assertRefused(() -> EmbeddedPostgres.start(folder, 0, TestCache.folder(), mac))
                .hasMessageContaining("hier ist Mac OS X auf aarch64");
        var arm = new Host("Linux", "aarch64", false, "/bin");
        assertRefused(() -> EmbeddedPostgres.start(folder, 0, TestCache.folder(), arm))
                .hasMessageContaining("hier ist Linux auf aarch64");
    }

    @Test
    void aSystemThatForbidsUserNamespacesIsExplainedToRoot() throws Exception {
        var tools = Files.createDirectories(folder.resolve("tools"));
        Files.writeString(
                tools.resolve("unshare"),
                "#!/bin/sh\necho 'unshare: unshare failed: Operation not permitted'\nexit 1\n");
        assertThat(tools.resolve("unshare").toFile().setExecutable(true)).isTrue();
        var here = Host.current();
        var host = new Host(here.os(), here.cpu(), true, tools + ":" + here.searchPath());
        assertRefused(
                        () ->
                                EmbeddedPostgres.start(
                                        folder.resolve("data"), 0, TestCache.folder(), host))
                .hasMessageContaining("unshare failed: Operation not permitted")
                .hasMessageContaining("als gewöhnlicher Benutzer");
    }

    @Test
    void aFolderThatCannotBeUsedIsNamed() throws Exception {
        var file = Files.writeString(folder.resolve("data"), "a file, not a folder");
        assertRefused(() -> EmbeddedPostgres.start(file)).hasMessageContaining(file.toString());
    }

    @Test
    void aLostPasswordIsNotReplacedBehindTheOperatorsBack() throws Exception {
        PreparedCluster.copyInto(folder);
        Files.delete(folder.resolve("secrets/postgres-superuser"));
        assertRefused(() -> EmbeddedPostgres.start(folder))
                .hasMessageContaining("secrets/postgres-superuser")
                .hasMessageContaining("Sicherung");
    }

    @Test
    void dataOfAnotherVersionIsLeftAloneAndPostgresIsQuoted() throws Exception {
        PreparedCluster.copyInto(folder);
        Files.writeString(folder.resolve("postgres/PG_VERSION"), "15\n");
        assertRefused(() -> EmbeddedPostgres.start(folder))
                .hasMessageContaining("database files are incompatible with server")
                .hasMessageContaining("postgres.log");
        Files.writeString(folder.resolve("postgres/PG_VERSION"), "18\n");
        EmbeddedPostgres.start(folder).close();
    }

    @Test
    void aHalfMadeClusterOfAnInterruptedFirstStartIsReplaced() throws Exception {
        Files.createDirectories(folder.resolve("postgres.new/base"));
        Files.writeString(folder.resolve("postgres.new/PG_VERSION"), "18\n");
        try (var server = EmbeddedPostgres.start(folder)) {
            assertThat(Sql.ask(server, "SELECT 1")).isEqualTo("1");
        }
        assertThat(folder.resolve("postgres.new")).doesNotExist();
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(
            org.assertj.core.api.ThrowableAssert.ThrowingCallable start) {
        return assertThatThrownBy(start)
                .isInstanceOf(PostgresStartFailure.class)
                .hasMessageStartingWith("PostgreSQL kann nicht starten: ")
                .hasMessageContaining("ielleicht");
    }
}
