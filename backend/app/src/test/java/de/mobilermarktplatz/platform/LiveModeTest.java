package de.mobilermarktplatz.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LiveModeTest {

    @Test
    void liveNeverMovesTheClock() {
        assertThatThrownBy(() -> options(Mode.LIVE, Duration.ofHours(26)))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("PT26H");
    }

    @Test
    void liveNeedsItsPublicAddress() {
        assertThatThrownBy(() -> options(Mode.LIVE, Duration.ZERO))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("marktplatz.public-url");
    }

    @Test
    void aDemonstrationMay() {
        assertThat(options(Mode.DEMO, Duration.ofHours(26)).demo()).isTrue();
    }

    private static MarktplatzProperties options(Mode mode, Duration offset) {
        return new MarktplatzProperties(
                mode,
                Path.of("data"),
                offset,
                false,
                "nowhere",
                false,
                null,
                new MarktplatzProperties.Database(
                        null, 0, "m", "o", null, "a", null, 4, Duration.ofSeconds(30)));
    }
}
