package de.mobilermarktplatz.platform.database;

import de.mobilermarktplatz.platform.MarktplatzProperties;
import de.mobilermarktplatz.platform.StartRefused;
import de.mobilermarktplatz.platform.postgres.EmbeddedPostgres;
import de.mobilermarktplatz.platform.security.Secrets;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.flywaydb.core.internal.exception.FlywaySqlException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/**
 * Starts or finds PostgreSQL, makes its two roles, migrates; what follows gets a database that is
 * ready.
 */
@Configuration
class DatabaseConfig {

    @Bean(destroyMethod = "close")
    @Conditional(NoDatabaseHost.class)
    EmbeddedPostgres embeddedPostgres(MarktplatzProperties properties) {
        return EmbeddedPostgres.start(properties.data());
    }

    @Bean
    DatabaseAddress databaseAddress(
            MarktplatzProperties properties,
            Secrets secrets,
            ObjectProvider<EmbeddedPostgres> embedded) {
        EmbeddedPostgres postgres = embedded.getIfAvailable();
        MarktplatzProperties.Database wanted = properties.database();
        if (postgres == null) {
            return external(wanted);
        }
        DatabaseAddress address =
                new DatabaseAddress(
                        "127.0.0.1",
                        postgres.port(),
                        wanted.name(),
                        new DatabaseAddress.Login(
                                wanted.ownerUser(), secrets.text("database-owner")),
                        new DatabaseAddress.Login(wanted.appUser(), secrets.text("database-app")));
        Roles.create(postgres, address);
        return address;
    }

    @Bean
    OwnerDatabase ownerDatabase(DatabaseAddress address) {
        try {
            var _ =
                    Flyway.configure()
                            .dataSource(
                                    address.jdbcUrl(),
                                    address.owner().user(),
                                    address.owner().password())
                            .locations("classpath:db/migration")
                            .placeholders(java.util.Map.of("app", address.app().user()))
                            .outOfOrder(true)
                            .load()
                            .migrate();
        } catch (FlywaySqlException e) {
            throw new StartRefused(
                    "Die Datenbank %s auf %s:%d lässt sich nicht öffnen (%s). Vielleicht läuft der Server nicht, oder das Kennwort von %s stimmt nicht."
                            .formatted(
                                    address.name(),
                                    address.host(),
                                    address.port(),
                                    lastWords(e),
                                    address.owner().user()),
                    e);
        } catch (FlywayValidateException e) {
            throw new StartRefused(
                    "Die Datenbank %s gehört zu einer anderen Fassung des Programms (%s). Vielleicht wurde sie schon von einer neueren benutzt."
                            .formatted(address.name(), firstLine(e)),
                    e);
        }
        return new OwnerDatabase(address);
    }

    private static String lastWords(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause == null ? firstLine(failure) : lastWords(cause);
    }

    private static String firstLine(Throwable failure) {
        return Objects.requireNonNullElse(failure.getMessage(), failure.toString())
                .lines()
                .findFirst()
                .orElse("");
    }

    private static DatabaseAddress external(MarktplatzProperties.Database wanted) {
        return new DatabaseAddress(
                needed(wanted.host(), "host"),
                wanted.port() == 0 ? 5432 : wanted.port(),
                wanted.name(),
                new DatabaseAddress.Login(
                        wanted.ownerUser(), needed(wanted.ownerPassword(), "owner-password")),
                new DatabaseAddress.Login(
                        wanted.appUser(), needed(wanted.appPassword(), "app-password")));
    }

    private static String needed(@Nullable String value, String name) {
        if (value == null) {
            throw new StartRefused(
                    "Für einen eigenen PostgreSQL-Server fehlt marktplatz.database."
                            + name
                            + ". Vielleicht wurde die Umgebungsvariable nicht weitergereicht.");
        }
        return value;
    }
}
