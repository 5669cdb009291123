package de.mobilermarktplatz.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** {@code infra/postgres/throwaway.sh}: its server ends when our end of its input is closed. */
final class ThrowawayScript {

    private static final String LEAD = "url=";

    private ThrowawayScript() {}

    /** What the script says is missing on this machine; empty when it can start. */
    static Optional<String> missing() {
        try {
            var process = command("--check").redirectErrorStream(true).start();
            String words =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? Optional.empty() : Optional.of(words.strip());
        } catch (IOException e) {
            return Optional.of("The script does not start: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted");
        }
    }

    /** Its input stays open as long as this JVM lives; nobody needs to close anything. */
    static URI start() {
        try {
            var words = java.nio.file.Files.createTempFile("throwaway-postgres", ".log").toFile();
            words.deleteOnExit();
            var process = command().redirectError(words).start();
            var output = process.inputReader();
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (line.startsWith(LEAD)) {
                    return URI.create(line.substring(LEAD.length()));
                }
            }
            throw new IllegalStateException(
                    "No PostgreSQL: " + java.nio.file.Files.readString(words.toPath()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProcessBuilder command(String... options) {
        var words = new java.util.ArrayList<String>();
        words.add("bash");
        words.add(Checkout.file("infra/postgres/throwaway.sh").toString());
        words.addAll(java.util.List.of(options));
        return new ProcessBuilder(words);
    }
}
