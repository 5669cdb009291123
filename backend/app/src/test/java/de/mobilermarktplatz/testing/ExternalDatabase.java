package de.mobilermarktplatz.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** One database of its own on an {@link ExternalPostgres}. */
public final class ExternalDatabase {

    private final ExternalPostgres server;
    private final String name;

    ExternalDatabase(ExternalPostgres server, String name) {
        this.server = server;
        this.name = name;
    }

    public String name() {
        return name;
    }

    public String host() {
        return server.host();
    }

    public int port() {
        return server.port();
    }

    /** Of {@code owner}, {@code app} or {@code backup}. */
    public String password(String role) {
        return server.password(role);
    }

    /** What a backend must be told, as properties. */
    public Map<String, String> properties() {
        return Map.of(
                "marktplatz.database.host", server.host(),
                "marktplatz.database.port", Integer.toString(server.port()),
                "marktplatz.database.name", name,
                "marktplatz.database.owner-password", server.password("owner"),
                "marktplatz.database.app-password", server.password("app"));
    }

    /** The same as options of a command. */
    public List<String> options() {
        return properties().entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toList();
    }

    /** Sees everything: the books as they are on disk. */
    public Connection superuser() throws SQLException {
        return server.superuser(name);
    }
}
