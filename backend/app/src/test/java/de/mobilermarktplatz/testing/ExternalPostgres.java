package de.mobilermarktplatz.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * A PostgreSQL server that stories use in place of the one carried along: {@code
 * -Dmarktplatz.test.postgres=URL} as {@code infra/postgres/throwaway.sh} prints it, or {@code 15}
 * for a server that the test JVM starts by that script and that ends with it. Every process and
 * every context gets a database of its own, made by the statements that the handbook gives to an
 * administrator.
 */
public final class ExternalPostgres {

    private static final String CHOICE = System.getProperty("marktplatz.test.postgres", "");
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private final URI url;
    private final Map<String, String> passwords;

    private ExternalPostgres(URI url) {
        this.url = url;
        this.passwords =
                Arrays.stream(url.getQuery().split("&"))
                        .map(word -> word.split("=", 2))
                        .collect(Collectors.toMap(word -> word[0], word -> word[1]));
    }

    /** The server of this test run; empty when stories use the embedded one. */
    public static Optional<ExternalPostgres> chosen() {
        if (CHOICE.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                CHOICE.equals("15") ? throwaway() : new ExternalPostgres(URI.create(CHOICE)));
    }

    /** The server of this test run, or else one for this JVM. */
    public static ExternalPostgres chosenOrThrowaway() {
        return chosen().orElseGet(ExternalPostgres::throwaway);
    }

    /** A server for this JVM, started at the first call. */
    private static ExternalPostgres throwaway() {
        return ForThisJvm.SERVER;
    }

    /** Why there can be none; empty when there can. */
    public static Optional<String> missing() {
        boolean given = !CHOICE.isEmpty() && !CHOICE.equals("15");
        return given ? Optional.empty() : ThrowawayScript.missing();
    }

    /** A new, empty database. */
    public ExternalDatabase database() {
        String name =
                "stories_" + ProcessHandle.current().pid() + "_" + DATABASES.incrementAndGet();
        try (var connection = superuser("postgres");
                var statement = connection.createStatement()) {
            for (String sql : statements(name)) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("no database " + name, e);
        }
        return new ExternalDatabase(this, name);
    }

    String host() {
        return url.getHost();
    }

    int port() {
        return url.getPort();
    }

    /** Of {@code owner}, {@code app} or {@code backup}. */
    String password(String role) {
        return passwords.get(role);
    }

    Connection superuser(String database) throws SQLException {
        String[] login = url.getUserInfo().split(":", 2);
        return DriverManager.getConnection(
                "jdbc:postgresql://" + host() + ":" + port() + "/" + database, login[0], login[1]);
    }

    /** What an administrator runs by psql, without the lines that only psql understands. */
    private static List<String> statements(String database) {
        try {
            String script = Files.readString(Checkout.file("infra/postgres/database.sql"));
            return script.lines()
                    .filter(line -> !line.startsWith("\\") && !line.startsWith("--"))
                    .collect(Collectors.joining("\n"))
                    .replace(":\"database\"", database)
                    .transform(text -> List.of(text.strip().split(";\\s*")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class ForThisJvm {
        private static final ExternalPostgres SERVER =
                new ExternalPostgres(ThrowawayScript.start());
    }
}
