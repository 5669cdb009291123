package de.mobilermarktplatz.platform.postgres;

import java.nio.file.Path;

/** The user's own cache, so that the programs are unpacked once and not once per test run. */
final class TestCache {

    private TestCache() {}

    static Path folder() {
        return EmbeddedPostgres.defaultCache();
    }
}
