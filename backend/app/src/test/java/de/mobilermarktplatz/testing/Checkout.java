package de.mobilermarktplatz.testing;

import java.nio.file.Files;
import java.nio.file.Path;

/** Files of the project that are no resources: scripts, units, handbooks. */
public final class Checkout {

    private Checkout() {}

    /**
     * @param path from the top folder of the project
     */
    public static Path file(String path) {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isRegularFile(at.resolve("mvnw"))) {
                return at.resolve(path);
            }
        }
        throw new IllegalStateException("tests run inside the project, there is no mvnw above");
    }
}
