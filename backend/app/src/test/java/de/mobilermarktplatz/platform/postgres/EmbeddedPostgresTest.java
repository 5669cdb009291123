package de.mobilermarktplatz.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every start promises: durable, private, local. */
class EmbeddedPostgresTest {

    @TempDir static Path folder;

    static EmbeddedPostgres server;

    @BeforeAll
    static void startOnce() {
        assumeTrue(
                System.getProperty("os.name").equals("Linux"),
                "embedded PostgreSQL runs on Linux only");
        server = EmbeddedPostgres.start(folder.resolve("data"));
    }

    @AfterAll
    static void close() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void committedRowsAreWrittenThroughToTheDisk() throws SQLException {
        assertThat(Sql.ask(server, "SHOW fsync")).isEqualTo("on");
        assertThat(Sql.ask(server, "SHOW synchronous_commit")).isEqualTo("on");
        assertThat(Sql.ask(server, "SHOW full_page_writes")).isEqualTo("on");
        assertThat(Sql.ask(server, "SHOW data_checksums")).isEqualTo("on");
        assertThat(Sql.ask(server, "SHOW wal_level")).isEqualTo("replica");
    }

    @Test
    void textIsUnicodeAndSortsTheGermanWayWhenAsked() throws SQLException {
        assertThat(Sql.ask(server, "SHOW server_encoding")).isEqualTo("UTF8");
        assertThat(
                        Sql.ask(
                                server,
                                "SELECT datlocprovider::text || datlocale FROM pg_database WHERE datname = current_database()"))
                .isEqualTo("bC.UTF-8");
        assertThat(
                        Sql.ask(
                                server,
                                "SELECT string_agg(w, ' ' ORDER BY w COLLATE \"de-x-icu\") FROM unnest(ARRAY['Zorge','Öl','Obst','apfel','Äpfel']) w"))
                .isEqualTo("apfel Äpfel Obst Öl Zorge");
        assertThat(Sql.ask(server, "SELECT upper('straße öl')")).isEqualTo("STRAßE ÖL");
    }

    @Test
    void aWrongPasswordIsRefusedAndTheRightOneIsProvenByScram() throws SQLException {
        assertThatThrownBy(() -> Sql.ask(server.jdbcUrl("postgres"), "wrong", "SELECT 1"))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("28P01"));
        assertThat(
                        Sql.ask(
                                server,
                                "SELECT left(rolpassword, 14) FROM pg_authid WHERE rolname = 'postgres'"))
                .isEqualTo("SCRAM-SHA-256$");
        assertThat(
                        Sql.ask(
                                server,
                                "SELECT string_agg(DISTINCT type || ' ' || auth_method, ', ' ORDER BY type || ' ' || auth_method) FROM pg_hba_file_rules"))
                .isEqualTo("host scram-sha-256, local reject");
    }

    @Test
    void onlyThisMachineCanReachTheServer() throws SQLException {
        assertThat(Sql.ask(server, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(Sql.ask(server, "SHOW unix_socket_directories")).isEmpty();
    }

    @Test
    void theOwnerAloneCanReadTheSecrets() throws Exception {
        var secrets = folder.resolve("data/secrets");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets)))
                .isEqualTo("rwx------");
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(
                                        secrets.resolve("postgres-superuser"))))
                .isEqualTo("rw-------");
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(folder.resolve("data"))))
                .isEqualTo("rwx------");
        assertThat(Files.readString(Path.of("/proc/" + server.pid() + "/cmdline")))
                .doesNotContain(server.superuserPassword());
    }
}
