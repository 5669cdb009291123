package de.mobilermarktplatz.tablet.ui;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.tablet.FakeBackend;
import de.mobilermarktplatz.tablet.SampleTour;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real window without a display, driven by its keys alone. */
class WalkTest {
    @TempDir Path data;

    @Test
    void fromTheBoxToTheFirstStop() throws IOException {
        try (var rig = ScreenRig.notEnrolled(data, SampleTour.snapshot())) {
            Fx.run(
                    () -> {
                        var hand = new Hand(rig.scene());
                        hand.press(FakeBackend.CODE.replace("-", "").split(""));
                        Pictures.save(hand.scene(), "enrol");
                        hand.press("Anmelden");
                        hand.press("4", "7", "1", "1", "Weiter", "4", "7", "1");
                        Pictures.save(hand.scene(), "pin");
                        hand.press("1", "Weiter");
                        Pictures.save(hand.scene(), "tours");
                        hand.press("Mitnehmen");
                        Pictures.save(hand.scene(), "tour");
                        hand.press("Ankommen: Depot");
                        assertThat(hand.sees()).contains("Wagen 1 · Depot");
                    });
        }
    }
}
