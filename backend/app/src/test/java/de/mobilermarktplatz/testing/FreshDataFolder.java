package de.mobilermarktplatz.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * An empty data folder below {@code target}; the folders of earlier runs are left to {@code clean}.
 * On another PostgreSQL also an empty database.
 */
class FreshDataFolder implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        try {
            Path parent = Files.createDirectories(Path.of("target", "test-data"));
            Path folder = Files.createTempDirectory(parent, "run-").toAbsolutePath();
            TestPropertyValues.of("marktplatz.data=" + folder).applyTo(context);
            ExternalPostgres.chosen()
                    .map(server -> TestPropertyValues.of(server.database().properties()))
                    .ifPresent(properties -> properties.applyTo(context));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
