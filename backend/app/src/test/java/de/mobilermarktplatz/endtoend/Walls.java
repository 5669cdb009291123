package de.mobilermarktplatz.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.mobilermarktplatz.testing.ExternalDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Row-level security and the append-only books, asked as the application's role. */
final class Walls {

    private static final List<String> BOOKS =
            List.of("receipt", "receipt_line", "receipt_payment", "inbox", "payment_entry");

    private Walls() {}

    /** As it must be; the same list of privileges on both databases. */
    static List<String> standOn(ExternalDatabase database) {
        try (Connection superuser = database.superuser();
                Statement question = superuser.createStatement();
                Connection app = app(database);
                Statement statement = app.createStatement()) {
            assertThat(
                            column(
                                    question,
                                    "SELECT relname FROM pg_class c WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
                                            + " AND relname NOT IN ('region', 'flyway_schema_history')"
                                            + " AND NOT (relrowsecurity AND relforcerowsecurity AND EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid))"))
                    .as("tables without row-level security")
                    .isEmpty();
            assertThat(column(statement, "SELECT count(*) FROM orders"))
                    .as("what a connection of no region sees")
                    .containsExactly("0");
            for (String book : BOOKS) {
                forbidden(statement, "UPDATE " + book + " SET region_id = region_id");
                forbidden(statement, "DELETE FROM " + book);
                forbidden(statement, "TRUNCATE " + book);
            }
            forbidden(statement, "ALTER TABLE receipt DISABLE ROW LEVEL SECURITY");
            return column(
                    question,
                    "SELECT relname || ' ' || pg_get_userbyid(relowner) || ' ' || coalesce(relacl::text, '')"
                            + " FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY relname");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Connection app(ExternalDatabase database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://%s:%d/%s"
                        .formatted(database.host(), database.port(), database.name()),
                "marktplatz_app",
                database.password("app"));
    }

    private static void forbidden(Statement statement, String sql) {
        assertThatThrownBy(() -> statement.execute(sql))
                .as(sql)
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
    }

    private static List<String> column(Statement statement, String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}
