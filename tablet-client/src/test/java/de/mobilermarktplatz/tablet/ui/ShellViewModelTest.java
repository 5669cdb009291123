package de.mobilermarktplatz.tablet.ui;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.tablet.Rig;
import de.mobilermarktplatz.tablet.SampleTour;
import de.mobilermarktplatz.tablet.device.Scan;
import de.mobilermarktplatz.tablet.ui.frame.Cockpit;
import de.mobilermarktplatz.tablet.ui.frame.Later;
import de.mobilermarktplatz.tablet.ui.frame.Navigator;
import de.mobilermarktplatz.tablet.ui.frame.Place;
import de.mobilermarktplatz.tablet.ui.frame.Screen;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import javafx.scene.Group;
import javafx.scene.Parent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShellViewModelTest {
    @TempDir Path data;

    @Test
    void nothingTakesTheScreenAwayWhileItsCommandRuns() throws Exception {
        try (var rig = Rig.onTour(data)) {
            var later = new Later();
            var cockpit = new Cockpit(rig.tablet(), later);
            var navigator = new Navigator(new Place.Sale());
            var shell = new ShellViewModel(cockpit, navigator);
            cockpit.till(_ -> "paid", _ -> {});
            assertThat(shell.opens(pickUp(rig), screen(true))).isTrue();
            shell.go(Tab.TOUR);
            assertThat(navigator.place().get()).isEqualTo(new Place.Sale());
            assertThat(cockpit.notice().get()).contains("zuerst das hier abschließen");
            later.doTill();
            assertThat(shell.opens(pickUp(rig), screen(false))).isTrue();
            assertThat(navigator.place().get()).isEqualTo(new Place.Sale());
            assertThat(shell.opens(pickUp(rig), screen(true))).isTrue();
            assertThat(navigator.place().get()).isInstanceOf(Place.Handover.class);
        }
    }

    private static Scan pickUp(Rig rig) {
        return Scan.of(
                SampleTour.pickupCode(
                        rig.backend.key, SampleTour.PAID, Instant.now().plus(Duration.ofHours(1))));
    }

    private static Screen screen(boolean mayBeLeft) {
        return new Screen() {
            @Override
            public Parent node() {
                return new Group();
            }

            @Override
            public boolean mayBeLeft() {
                return mayBeLeft;
            }
        };
    }
}
