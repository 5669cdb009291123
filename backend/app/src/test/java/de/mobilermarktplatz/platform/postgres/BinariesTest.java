package de.mobilermarktplatz.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The cache of unpacked programs. */
class BinariesTest {

    @TempDir Path cache;

    @Test
    void twoFirstStartsAtOnceShareOneCopyAndAFileCutShortIsReplaced() throws Exception {
        var homes = new ArrayList<Future<Path>>();
        try (var executor = Executors.newFixedThreadPool(2)) {
            homes.add(executor.submit(() -> Binaries.unpacked(cache)));
            homes.add(executor.submit(() -> Binaries.unpacked(cache)));
        }
        var home = homes.get(0).get();
        assertThat(homes.get(1).get()).isEqualTo(home);
        assertOnlyFolder(home);
        assertThat(home.resolve("bin/postgres")).isExecutable();

        var size = Files.size(home.resolve("bin/postgres"));
        Files.write(home.resolve("bin/postgres"), new byte[0]);
        assertThat(Binaries.unpacked(cache)).isEqualTo(home);
        assertThat(home.resolve("bin/postgres")).hasSize(size).isExecutable();
        assertOnlyFolder(home);
    }

    private void assertOnlyFolder(Path home) throws Exception {
        try (var entries = Files.list(cache)) {
            assertThat(entries).containsExactly(home);
        }
    }
}
