package de.mobilermarktplatz.platform.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.mobilermarktplatz.platform.Mode;
import de.mobilermarktplatz.platform.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MovedClockTest {

    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-11-24T05:00:00Z");

    @TempDir Path folder;

    @Test
    void aMovedClockGoesOnFromThereAndAfterARestartToo() {
        clock(Mode.DEMO, Duration.ZERO).moveTo(TUESDAY);

        assertThat(clock(Mode.DEMO, Duration.ZERO).instant()).isEqualTo(TUESDAY);
    }

    @Test
    void aConfiguredOffsetIsNotCountedTwiceAfterARestart() {
        clock(Mode.DEMO, Duration.ofHours(1)).moveTo(TUESDAY);

        assertThat(clock(Mode.DEMO, Duration.ofHours(1)).instant()).isEqualTo(TUESDAY);
    }

    @Test
    void aJourneyIsForgottenWithTheProcess() {
        ProcessClock clock = clock(Mode.DEMO, Duration.ofHours(1));
        assertThat(clock.instant()).isEqualTo(NOW.plusSeconds(3600));

        clock.travelTo(TUESDAY);

        assertThat(clock.instant()).isEqualTo(TUESDAY);
        assertThat(clock(Mode.DEMO, Duration.ZERO).instant()).isEqualTo(NOW);
    }

    @Test
    void liveNeverMovesAndRefusesADemonstrationsFolder() {
        assertThatThrownBy(() -> clock(Mode.LIVE, Duration.ZERO).moveTo(TUESDAY))
                .isInstanceOf(IllegalStateException.class);

        clock(Mode.DEMO, Duration.ZERO).moveTo(TUESDAY);

        assertThatThrownBy(() -> clock(Mode.LIVE, Duration.ZERO))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("demo-clock");
    }

    @Test
    void aSpoiltFileIsToldAndNotGuessed() throws IOException {
        Files.writeString(folder.resolve("demo-clock"), "morgen");

        assertThatThrownBy(() -> clock(Mode.DEMO, Duration.ZERO))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("unlesbar");
    }

    private ProcessClock clock(Mode mode, Duration configured) {
        return new ProcessClock(() -> NOW, mode, configured, folder.resolve("demo-clock"));
    }
}
