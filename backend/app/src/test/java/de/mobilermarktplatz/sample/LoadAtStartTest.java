package de.mobilermarktplatz.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.mobilermarktplatz.platform.MarktplatzProperties;
import de.mobilermarktplatz.platform.Mode;
import de.mobilermarktplatz.platform.StartRefused;
import de.mobilermarktplatz.platform.region.UnderConstruction;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

/** Which starts load a county; a county that is to be loaded is closed from the first moment. */
class LoadAtStartTest {

    private final UnderConstruction building = new UnderConstruction();

    @Test
    void aDemonstrationLoadsItsCountyBehindClosedDoors() {
        start("salzlandkreis", new MockEnvironment());
        assertThat(building.of("salzlandkreis")).isPresent();
    }

    @Test
    void noSampleStartsEmpty() {
        LoadAtStart start =
                start("salzlandkreis", new MockEnvironment().withProperty("no-sample", ""));
        start.ready();
        assertThat(building.any()).isEmpty();
    }

    @Test
    void aMisspeltCountyIsNamed() {
        assertThatThrownBy(() -> start("salzlankreis", new MockEnvironment()))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("„salzlankreis“ gibt es nicht");
    }

    private LoadAtStart start(String county, MockEnvironment environment) {
        return new LoadAtStart(null, null, building, demo(county), environment);
    }

    private static MarktplatzProperties demo(String county) {
        return new MarktplatzProperties(
                Mode.DEMO,
                Path.of("data"),
                Duration.ZERO,
                true,
                county,
                false,
                null,
                new MarktplatzProperties.Database(
                        null, 0, "m", "o", null, "a", null, 4, Duration.ofSeconds(30)));
    }
}
