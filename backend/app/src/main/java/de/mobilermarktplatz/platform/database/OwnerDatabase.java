package de.mobilermarktplatz.platform.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;

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

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                address.jdbcUrl(), address.owner().user(), address.owner().password());
    }
}
