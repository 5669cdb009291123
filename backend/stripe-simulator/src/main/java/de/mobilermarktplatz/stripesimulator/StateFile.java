package de.mobilermarktplatz.stripesimulator;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/**
 * The append-only file: one line per transaction, flushed to the system before the answer leaves.
 */
final class StateFile implements AutoCloseable {

    private final @Nullable BufferedWriter writer;

    private StateFile(@Nullable BufferedWriter writer) {
        this.writer = writer;
    }

    /** Replays what is there, cuts off a line torn by a crash, and opens for more. */
    static StateFile open(@Nullable Path file, Consumer<ObjectNode> replay) {
        if (file == null) {
            return new StateFile(null);
        }
        try {
            var folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            if (Files.exists(file)) {
                replay(file, replay);
            }
            return new StateFile(
                    Files.newBufferedWriter(
                            file, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot open the simulator's state file " + file + ".", e);
        }
    }

    private static void replay(Path file, Consumer<ObjectNode> replay) throws IOException {
        var bytes = Files.readAllBytes(file);
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                var line = new String(bytes, start, i - start, StandardCharsets.UTF_8);
                try {
                    replay.accept(Json.parse(line));
                } catch (JacksonException e) {
                    throw new IOException(
                            "Line at byte " + start + " of " + file + " is not JSON.", e);
                }
                start = i + 1;
            }
        }
        try (var raw = new RandomAccessFile(file.toFile(), "rw")) {
            raw.setLength(start);
        }
    }

    void append(ObjectNode line) {
        if (writer == null) {
            return;
        }
        try {
            writer.write(Json.write(line));
            writer.write('\n');
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot write the simulator's state file. Maybe the disk is full?", e);
        }
    }

    @Override
    public void close() {
        if (writer != null) {
            try {
                writer.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
