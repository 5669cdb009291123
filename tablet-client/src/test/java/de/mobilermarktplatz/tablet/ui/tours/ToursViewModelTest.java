package de.mobilermarktplatz.tablet.ui.tours;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.tablet.ui.ScreenRig;
import de.mobilermarktplatz.tablet.ui.frame.Place;
import de.mobilermarktplatz.tablet.ui.tours.ToursViewModel.Offer;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToursViewModelTest {
    @TempDir Path data;

    @Test
    void aTourOfTheServerIsTakenAlong() throws IOException {
        try (var rig = ScreenRig.notEnrolled(data)) {
            rig.tell("enrol " + de.mobilermarktplatz.tablet.FakeBackend.CODE);
            var model = new ToursViewModel(rig.cockpit, rig.navigator);
            model.ask();
            var tours = ((Offer.Tours) model.offer().get()).tours();
            assertThat(tours).hasSize(1);
            assertThat(ToursViewModel.words(tours.getFirst())).isEqualTo("1 Halt, 2 Bestellungen");
            assertThat(model.aboard().get()).isEmpty();
            rig.navigator.start(new Place.Tours());
            model.take(tours.getFirst());
            assertThat(rig.navigator.place().get()).isEqualTo(new Place.Tour());
            assertThat(model.isAboard(tours.getFirst())).isTrue();

            rig.navigator.start(new Place.Sale());
            model.take(tours.getFirst());
            assertThat(rig.navigator.place().get())
                    .as("a late answer calls nobody back")
                    .isEqualTo(new Place.Sale());
        }
    }

    @Test
    void withoutANetworkTheTourAboardGoesOn() throws IOException {
        try (var rig = ScreenRig.onTour(data)) {
            rig.backend.down();
            rig.navigator.start(new Place.Tours());
            var model = new ToursViewModel(rig.cockpit, rig.navigator);
            model.ask();
            assertThat(((Offer.Unknown) model.offer().get()).sentence())
                    .contains("nicht erreichbar");
            assertThat(model.aboard().get()).isPresent();
            model.goOn();
            assertThat(rig.navigator.place().get()).isEqualTo(new Place.Tour());
        }
    }
}
