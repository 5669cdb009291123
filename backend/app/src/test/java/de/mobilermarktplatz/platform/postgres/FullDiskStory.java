package de.mobilermarktplatz.platform.postgres;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/** Runs on a small file system of its own. Argument: the folder it is mounted on. */
final class FullDiskStory {

    private static final String ONE_MEGABYTE_OF_ROWS =
            "INSERT INTO sale SELECT g, repeat('x', 900) FROM generate_series(1, 1000) g";

    private FullDiskStory() {}

    public static void main(String[] arguments) throws Exception {
        var disk = Path.of(arguments[0]);
        var data = disk.resolve("data");
        var ballast = disk.resolve("ballast");

        fill(ballast, 60);
        try {
            EmbeddedPostgres.start(data).close();
            System.out.println("first=started");
        } catch (PostgresStartFailure e) {
            System.out.println("first=" + e.getMessage());
        }
        Files.delete(ballast);

        try (var server = EmbeddedPostgres.start(data)) {
            Sql.run(
                    server,
                    "CREATE TABLE sale (id int, text text)",
                    "INSERT INTO sale VALUES (0, 'kept')",
                    "CHECKPOINT");
            fill(ballast, 1);
            System.out.println("full=" + state(server, 5));
            System.out.println("reading=" + Sql.ask(server, "SELECT text FROM sale"));
            Files.delete(ballast);
            System.out.println("space=" + state(server, 5));

            fill(ballast, 1);
            System.out.println("log=" + fillTheWriteAheadLog(server));
            Files.delete(ballast);
            System.out.println("back=" + askPatiently(server, "SELECT count(*) > 5000 FROM sale"));
        }
        fill(ballast, 5);
        try {
            EmbeddedPostgres.start(data).close();
            System.out.println("second=started");
        } catch (PostgresStartFailure e) {
            System.out.println("second=" + e.getMessage());
        }
        Files.delete(ballast);
        try (var server = EmbeddedPostgres.start(data)) {
            System.out.println("rows=" + Sql.ask(server, "SELECT count(*) FROM sale"));
        }
    }

    /**
     * Without room for the next segment of its write-ahead log PostgreSQL stops at once and
     * recovers.
     */
    private static String fillTheWriteAheadLog(EmbeddedPostgres server) {
        try {
            for (var i = 0; i < 40; i++) {
                Sql.run(
                        server,
                        "SELECT pg_logical_emit_message(true, 'fill', repeat(md5(random()::text), 31250))");
            }
            return "ok";
        } catch (SQLException e) {
            return e.getSQLState();
        }
    }

    private static String askPatiently(EmbeddedPostgres server, String query) throws Exception {
        var deadline = System.nanoTime() + 30_000_000_000L;
        while (true) {
            try {
                return Sql.ask(server, query);
            } catch (SQLException e) {
                if (System.nanoTime() > deadline) {
                    throw e;
                }
                Thread.sleep(100);
            }
        }
    }

    private static String state(EmbeddedPostgres server, int megabytes) {
        try {
            for (var i = 0; i < megabytes; i++) {
                Sql.run(server, ONE_MEGABYTE_OF_ROWS);
            }
            return "ok";
        } catch (SQLException e) {
            return e.getSQLState() + " " + e.getMessage().lines().findFirst().orElse("");
        }
    }

    /** Leaves about so many megabytes free. */
    private static void fill(Path ballast, long leaveMegabytes) throws IOException {
        var bytes =
                Files.getFileStore(ballast.getParent()).getUsableSpace()
                        - leaveMegabytes * 1_000_000;
        try (var file = new RandomAccessFile(ballast.toFile(), "rw")) {
            var block = new byte[1 << 16];
            for (var written = 0L; written < bytes; written += block.length) {
                file.write(block);
            }
        }
    }
}
