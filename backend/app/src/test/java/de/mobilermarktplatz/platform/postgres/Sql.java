package de.mobilermarktplatz.platform.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** One connection per question, as the superuser. */
final class Sql {

    private Sql() {}

    static Connection connect(String url, String password) throws SQLException {
        return DriverManager.getConnection(url, "postgres", password);
    }

    static String ask(EmbeddedPostgres server, String query) throws SQLException {
        return ask(server.jdbcUrl("postgres"), server.superuserPassword(), query);
    }

    static String ask(String url, String password, String query) throws SQLException {
        try (var connection = connect(url, password);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            return rows.next() ? rows.getString(1) : null;
        }
    }

    static void run(EmbeddedPostgres server, String... statements) throws SQLException {
        try (var connection = connect(server.jdbcUrl("postgres"), server.superuserPassword());
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
