package de.mobilermarktplatz.tablet.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The tables and their version ({@code PRAGMA user_version}). A new version adds a file and a step;
 * the journal is copied along, never dropped.
 */
final class Schema {
    static final int VERSION = 8;

    private Schema() {}

    static void migrate(Connection connection) throws SQLException {
        int found = version(connection);
        if (found > VERSION) {
            throw new SQLException(
                    "the file has version "
                            + found
                            + ", this program knows "
                            + VERSION
                            + ". Maybe an older program was installed over a newer one");
        }
        for (int version = found + 1; version <= VERSION; version++) {
            try (Statement statement = connection.createStatement()) {
                // The driver runs several statements of one text, which also keeps trigger bodies
                // in one piece.
                statement.executeUpdate(resource("schema-" + version + ".sql"));
                statement.executeUpdate("PRAGMA user_version = " + version);
            }
        }
    }

    private static int version(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("PRAGMA user_version")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static String resource(String name) {
        try (var in = Schema.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(
                        "The program lacks its part " + name + ". Maybe it was packed wrongly.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
