package de.mobilermarktplatz.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A data folder after its first start, made once per test run and copied from then on. */
final class PreparedCluster {

    private static Path made;

    private PreparedCluster() {}

    static synchronized void copyInto(Path folder) throws IOException {
        if (made == null) {
            made = Files.createTempDirectory("prepared-cluster");
            var copied = made;
            Runtime.getRuntime().addShutdownHook(new Thread(() -> Disk.deleteTree(copied)));
            EmbeddedPostgres.start(made).close();
        }
        Files.createDirectories(folder);
        var outcome = Programs.run(List.of("cp", "-a", made + "/.", folder.toString()));
        if (outcome.exit() != 0) {
            throw new IOException("copying the prepared cluster: " + outcome.words());
        }
    }
}
