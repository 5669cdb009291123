package de.mobilermarktplatz.platform.database;

import de.mobilermarktplatz.platform.StartRefused;
import de.mobilermarktplatz.platform.postgres.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Makes the two roles and the database inside the embedded PostgreSQL. For an external one the
 * administrator has {@code infra/postgres}. Names come from configuration, passwords are
 * hexadecimal: neither needs escaping beyond the quotes here.
 */
final class Roles {

    private Roles() {}

    static void create(EmbeddedPostgres postgres, DatabaseAddress address) {
        try (Connection connection =
                        DriverManager.getConnection(
                                postgres.jdbcUrl("postgres"),
                                postgres.superuserName(),
                                postgres.superuserPassword());
                Statement statement = connection.createStatement()) {
            role(statement, address.owner());
            role(statement, address.app());
            if (!exists(
                    statement,
                    "SELECT 1 FROM pg_database WHERE datname = '" + address.name() + "'")) {
                statement.execute(
                        "CREATE DATABASE \"%s\" OWNER \"%s\""
                                .formatted(address.name(), address.owner().user()));
            }
        } catch (SQLException e) {
            throw new StartRefused(
                    "Das mitgelieferte PostgreSQL nahm seine Rollen nicht an ("
                            + e.getMessage()
                            + "). Vielleicht steht in postgres.log mehr.",
                    e);
        }
    }

    private static void role(Statement statement, DatabaseAddress.Login login) throws SQLException {
        String verb =
                exists(statement, "SELECT 1 FROM pg_roles WHERE rolname = '" + login.user() + "'")
                        ? "ALTER"
                        : "CREATE";
        statement.execute(
                "%s ROLE \"%s\" LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE PASSWORD '%s'"
                        .formatted(verb, login.user(), login.password()));
    }

    private static boolean exists(Statement statement, String question) throws SQLException {
        try (ResultSet rows = statement.executeQuery(question)) {
            return rows.next();
        }
    }
}
