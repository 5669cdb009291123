package de.mobilermarktplatz.platform.database;

/**
 * Where PostgreSQL is and who we are there.
 *
 * @param owner migrates and owns the tables; never serves a request
 * @param app serves requests; cannot bypass row-level security
 */
public record DatabaseAddress(String host, int port, String name, Login owner, Login app) {

    public String jdbcUrl() {
        return "jdbc:postgresql://" + host + ":" + port + "/" + name;
    }

    public record Login(String user, String password) {

        @Override
        public String toString() {
            return user;
        }
    }
}
