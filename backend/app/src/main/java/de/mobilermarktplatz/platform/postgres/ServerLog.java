package de.mobilermarktplatz.platform.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The server's own log, turned into one sentence when it refuses to start. At each start a log past
 * 8 MB becomes {@code postgres.log.1}, so that two files at most remain.
 */
record ServerLog(Path file) {

    private static final long ROTATE_BYTES = 8_000_000;

    /** Returns where this start's words begin. */
    long rotate() {
        try {
            if (Files.exists(file) && Files.size(file) > ROTATE_BYTES) {
                Files.move(
                        file,
                        file.resolveSibling(file.getFileName() + ".1"),
                        StandardCopyOption.REPLACE_EXISTING);
            }
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            throw PostgresStartFailure.folderUnusable(file, e);
        }
    }

    List<String> since(long offset) {
        try (var in = Files.newInputStream(file)) {
            in.skipNBytes(offset);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** The sentence behind what a program of PostgreSQL said before it ended. */
    PostgresStartFailure explain(
            String program, int exit, List<String> words, Path folder, int port) {
        var text = String.join("\n", words);
        if (text.contains("No space left on device") || text.contains("Disk quota exceeded")) {
            return PostgresStartFailure.diskFull(
                    folder, Disk.freeMegabytes(folder), Cluster.NEEDED_MEGABYTES);
        }
        if (addressInUse(words)) {
            return PostgresStartFailure.portTaken(port);
        }
        if (text.contains("unshare failed") || text.contains("unshare: ")) {
            return PostgresStartFailure.namespaceRefused(lastWords(words));
        }
        return PostgresStartFailure.refused(program, exit, lastWords(words), file);
    }

    static boolean addressInUse(List<String> words) {
        return words.stream().anyMatch(line -> line.contains("Address already in use"));
    }

    /**
     * Backends of a killed postmaster need a moment to notice it; meanwhile its shared memory is in
     * use.
     */
    static boolean predecessorStillEnding(List<String> words) {
        return words.stream().anyMatch(line -> line.contains("pre-existing shared memory block"));
    }

    private static String lastWords(List<String> words) {
        return words.stream()
                .filter(
                        line ->
                                line.contains("FATAL")
                                        || line.contains("PANIC")
                                        || line.contains("error:"))
                .reduce((first, second) -> second)
                .orElse(words.isEmpty() ? "nichts" : words.getLast())
                .strip();
    }
}
