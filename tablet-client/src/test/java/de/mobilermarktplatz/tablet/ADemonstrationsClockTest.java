package de.mobilermarktplatz.tablet;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.contract.device.ServerMode;
import de.mobilermarktplatz.contract.journal.JournalEntry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People move a DEMO server's clock; its tablets come along, those of a LIVE one never do. */
class ADemonstrationsClockTest {
    private static final Duration FIVE_DAYS = Duration.ofDays(5);
    private static final Duration NEARLY = Duration.ofMinutes(1);

    @TempDir Path data;
    private FakeBackend backend;

    @BeforeEach
    void open() throws IOException {
        backend = new FakeBackend(SampleTour.snapshot());
    }

    @AfterEach
    void close() {
        backend.close();
    }

    @Test
    void theTabletOfADemoGoesWhereTheServerWent() throws IOException {
        backend.mode = ServerMode.DEMO;
        try (var rig = Rig.onTour(data, backend)) {
            backend.clockAhead = FIVE_DAYS;
            rig.tell("tours");
            assertThat(shift(rig.tablet())).isCloseTo(FIVE_DAYS, NEARLY);
            rig.tell("load all");
            rig.drain();
            assertThat(shift(backend.journal().getLast())).isCloseTo(FIVE_DAYS, NEARLY);
        }
    }

    @Test
    void itStaysThereWithoutANetworkAndAfterARestart() throws IOException {
        backend.mode = ServerMode.DEMO;
        try (var rig = Rig.onTour(data, backend)) {
            backend.clockAhead = FIVE_DAYS;
            rig.drain();
        }
        backend.down();
        try (var rig = Rig.again(data, backend)) {
            assertThat(shift(rig.tablet())).isCloseTo(FIVE_DAYS, NEARLY);
        }
    }

    @Test
    void aTabletEnrolledAfterTheJumpStartsThere() throws IOException {
        backend.mode = ServerMode.DEMO;
        backend.clockAhead = FIVE_DAYS;
        try (var rig = Rig.onTour(data, backend)) {
            assertThat(shift(rig.tablet())).isCloseTo(FIVE_DAYS, NEARLY);
        }
    }

    @Test
    void aLiveTabletKeepsItsOwnTimeAndStillGetsItsAnswers() throws IOException {
        try (var rig = Rig.onTour(data, backend)) {
            backend.clockAhead = FIVE_DAYS;
            rig.tell("tours");
            rig.tell("load all");
            rig.drain();
            assertThat(shift(rig.tablet())).isCloseTo(Duration.ZERO, NEARLY);
            assertThat(shift(backend.journal().getLast())).isCloseTo(Duration.ZERO, NEARLY);
        }
    }

    private static Duration shift(Tablet tablet) {
        return Duration.between(Instant.now(), tablet.glance().tillGlance().orElseThrow().now());
    }

    private static Duration shift(JournalEntry entry) {
        return Duration.between(Instant.now(), entry.wall());
    }
}
