package de.mobilermarktplatz.tablet;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.tablet.headless.Console;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A backend and one tablet in this JVM, spoken to by console lines. */
public final class Rig implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    public final FakeBackend backend;
    public final Path data;
    public final Tablet tablet;
    private final boolean owned;

    private Rig(FakeBackend backend, Path data, boolean owned) {
        this.owned = owned;
        this.backend = backend;
        this.data = data;
        var options =
                new Options(
                        data,
                        URI.create(backend.address()),
                        Duration.ZERO,
                        Duration.ofMillis(200),
                        null,
                        null,
                        true);
        this.tablet = Tablet.open(options, Clock.systemUTC());
        this.tablet.start();
    }

    /** Enrolled, with the sample tour aboard. */
    public static Rig onTour(Path data) throws IOException {
        return onTour(data, new FakeBackend(SampleTour.snapshot()), true);
    }

    /** The same with a backend that outlives the tablet. */
    public static Rig onTour(Path data, FakeBackend backend) throws IOException {
        return onTour(data, backend, false);
    }

    private static Rig onTour(Path data, FakeBackend backend, boolean owned) throws IOException {
        var rig = new Rig(backend, data, owned);
        rig.tell("enrol " + FakeBackend.CODE);
        rig.tell("take " + rig.backend.tour.tour());
        return rig;
    }

    /** The same tablet after a restart. */
    public static Rig again(Path data, FakeBackend backend) {
        return new Rig(backend, data, false);
    }

    public static Rig notEnrolled(Path data, FakeBackend backend) {
        return new Rig(backend, data, false);
    }

    public static Rig notEnrolled(Path data) throws IOException {
        return new Rig(new FakeBackend(SampleTour.snapshot()), data, true);
    }

    /** The tablet itself, for screens. */
    public Tablet tablet() {
        return tablet;
    }

    /** The answer to one line that must work. */
    public JsonNode tell(String line) throws IOException {
        var answer = ask(line);
        assertThat(answer.get("ok").asBoolean()).as(line + " -> " + answer).isTrue();
        return answer;
    }

    /** The sentence of a line that must be refused. */
    public String refused(String line) throws IOException {
        var answer = ask(line);
        assertThat(answer.get("ok").asBoolean()).as(line + " -> " + answer).isFalse();
        return answer.get("error").asString();
    }

    public JsonNode ask(String line) throws IOException {
        var out = new ByteArrayOutputStream();
        new Console(tablet)
                .run(
                        new BufferedReader(new StringReader(line)),
                        new PrintStream(out, true, StandardCharsets.UTF_8));
        return JSON.readTree(out.toString(StandardCharsets.UTF_8));
    }

    /** Waits for nothing: uploads on this thread until everything is there. */
    public void drain() throws IOException {
        for (int tries = 0; tries < 50; tries++) {
            if (ask("sync").get("ok").asBoolean()) {
                return;
            }
        }
        throw new AssertionError("does not drain: " + ask("status"));
    }

    public List<String> receipts() throws IOException {
        try (var files = Files.list(data.resolve("receipts"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Override
    public void close() {
        tablet.close();
        if (owned) {
            backend.close();
        }
    }
}
