package de.mobilermarktplatz.platform.database;

import de.mobilermarktplatz.platform.MarktplatzProperties;
import de.mobilermarktplatz.platform.StartRefused;
import de.mobilermarktplatz.platform.postgres.EmbeddedPostgres;
import de.mobilermarktplatz.platform.security.Secrets;
import org.flywaydb.core.Flyway;
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
        return new OwnerDatabase(address);
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
                    "An external PostgreSQL needs marktplatz.database."
                            + name
                            + ". Maybe the environment variable was not passed on.");
        }
        return value;
    }
}
