package de.mobilermarktplatz.platform.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** The owner's door to the schema: migrations and the list of regions, nothing else. Blocking. */
public final class OwnerDatabase {

    private final DatabaseAddress address;

    OwnerDatabase(DatabaseAddress address) {
        this.address = address;
    }

    /** Runs one statement with positional parameters in its own transaction. */
    public void run(String sql, Object... parameters) {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException("The owner's statement failed: " + sql, e);
        }
    }

    /** The first column of the first row; empty without a row. */
    public Optional<String> first(String sql) {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            return rows.next() ? Optional.ofNullable(rows.getString(1)) : Optional.empty();
        } catch (SQLException e) {
            throw new IllegalStateException("The owner's question failed: " + sql, e);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                address.jdbcUrl(), address.owner().user(), address.owner().password());
    }
}
