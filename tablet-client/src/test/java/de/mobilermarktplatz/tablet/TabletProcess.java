package de.mobilermarktplatz.tablet;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A real tablet process of its own, spoken to as a driver would: one line in, one JSON line out.
 */
final class TabletProcess implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final Process process;
    private final BufferedWriter in;
    private final BufferedReader out;

    private TabletProcess(Process process) {
        this.process = process;
        this.in =
                new BufferedWriter(
                        new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
        this.out =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    static TabletProcess start(Path data, String server, String... more) throws IOException {
        return start(List.of(), data, server, more);
    }

    /** What a tablet process is started with. */
    static List<String> command(Path data, String server) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "--headless",
                "--data",
                data.toString(),
                "--server",
                server,
                "--retry-at-most",
                "PT1S");
    }

    /**
     * @param wrapper a command that the tablet runs under, such as strace
     */
    static TabletProcess start(List<String> wrapper, Path data, String server, String... more)
            throws IOException {
        var command = new ArrayList<>(wrapper);
        command.addAll(command(data, server));
        command.addAll(List.of(more));
        return new TabletProcess(
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
    }

    /** The answer to one command, or null when the process died over it. */
    @Nullable JsonNode tell(String command) throws IOException {
        try {
            in.write(command + "\n");
            in.flush();
            var line = out.readLine();
            return line == null ? null : JSON.readTree(line);
        } catch (IOException dead) {
            // Killed while it was spoken to: the pipe is closed at either end.
            return null;
        }
    }

    /** Reads one line that the tablet says unasked. */
    @Nullable JsonNode hear() throws IOException {
        var line = out.readLine();
        return line == null ? null : JSON.readTree(line);
    }

    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    int exitCode() throws InterruptedException {
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            throw new AssertionError("the tablet process still runs");
        }
        return process.exitValue();
    }

    @Override
    public void close() throws Exception {
        try {
            in.close();
        } catch (IOException dead) {
            // What it did not read any more is of no interest.
        }
        if (!process.waitFor(5, TimeUnit.SECONDS)) {
            kill();
        }
    }
}
