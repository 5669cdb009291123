package de.mobilermarktplatz.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A headless tablet in a process of its own; its folder outlives it. */
final class TabletOnBoard implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final JsonMapper JSON = new JsonMapper();

    private final String name;
    private final Path folder;
    private final String server;
    private volatile Duration clockOffset;
    private volatile @Nullable JavaProcess process;

    TabletOnBoard(String name, Path folder, String server, Duration clockOffset) {
        this.name = name;
        this.folder = folder;
        this.server = server;
        this.clockOffset = clockOffset;
    }

    /** Starts it, or starts it again after it died. */
    JsonNode start(String... more) {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "--headless",
                                "--data",
                                folder.resolve(name).toString(),
                                "--server",
                                server,
                                "--clock-offset",
                                clockOffset.toString(),
                                "--retry-at-most",
                                "PT2S"));
        arguments.addAll(List.of(more));
        process = new JavaProcess(name, folder, "de.mobilermarktplatz.tablet.Main", arguments);
        return JSON.readTree(process.await("\"command\":\"start\"", PATIENCE));
    }

    /** Says one command and expects that it works. */
    JsonNode does(String command) {
        JsonNode answer = asks(command);
        assertThat(answer.path("ok").asBoolean())
                .as("%s: %s answered %s", name, command, answer)
                .isTrue();
        return answer;
    }

    /** Says one command and returns the answer, whatever it is. */
    JsonNode asks(String command) {
        JavaProcess running = running();
        running.say(command);
        return JSON.readTree(
                running.await("\"command\":\"" + command.split(" ")[0] + "\"", PATIENCE));
    }

    /** Says one command that it will not survive. */
    void diesAt(String command) {
        JavaProcess running = running();
        running.say(command);
        running.ended(PATIENCE);
    }

    void kill() {
        running().kill();
    }

    /** From the next start on its clock is so far from this machine's. */
    void clockBecomes(Duration offset) {
        clockOffset = offset;
    }

    /**
     * Operation of every receipt that was printed, as it stands on the paper; Z reports are no
     * receipts.
     */
    List<String> receipts() {
        try (Stream<Path> files = Files.list(folder.resolve(name).resolve("receipts"))) {
            return files.filter(file -> file.getFileName().toString().matches("\\d+\\.txt"))
                    .sorted()
                    .map(TabletOnBoard::operation)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String operation(Path receipt) {
        try (Stream<String> lines = Files.lines(receipt)) {
            return lines.filter(line -> line.startsWith("Vorgang "))
                    .map(line -> line.substring("Vorgang ".length()).strip())
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no operation on " + receipt));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        JavaProcess running = process;
        if (running != null) {
            running.close();
        }
    }

    private JavaProcess running() {
        JavaProcess running = process;
        assertThat(running).as("%s has been started", name).isNotNull();
        return java.util.Objects.requireNonNull(running);
    }
}
