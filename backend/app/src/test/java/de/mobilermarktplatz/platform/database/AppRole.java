package de.mobilermarktplatz.platform.database;

import de.mobilermarktplatz.platform.region.Region;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** Connections of the application's role, opened for one region as the application opens them. */
final class AppRole {

    private AppRole() {}

    static Connection in(DatabaseAddress address, Region region) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", address.app().user());
        properties.setProperty("password", address.app().password());
        if (region != null) {
            properties.setProperty("options", "-c app.region=" + region.id());
        }
        return DriverManager.getConnection(address.jdbcUrl(), properties);
    }

    static Connection ofNoRegion(DatabaseAddress address) throws SQLException {
        return in(address, null);
    }

    static int write(Connection connection, String sql, Object... parameters) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            return statement.executeUpdate();
        }
    }

    /** The first column of every row. */
    static List<String> read(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var values = new ArrayList<String>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }
}
