package de.mobilermarktplatz.tablet.ui.stop;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.tablet.SampleTour;
import de.mobilermarktplatz.tablet.core.Command;
import de.mobilermarktplatz.tablet.ui.ScreenRig;
import de.mobilermarktplatz.tablet.ui.frame.Place;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StopViewModelTest {
    @TempDir Path data;
    private ScreenRig rig;

    @BeforeEach
    void loadTheVan() throws IOException {
        rig = ScreenRig.onTour(data);
        rig.tell("load all");
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void theStopShowsWhoWaitsAndWhatTheyOwe() throws IOException {
        var model = model(2);
        var orders = model.stop().get().orElseThrow().orders();
        assertThat(orders)
                .extracting(StopViewModel::state)
                .containsExactly("bezahlt", "5,35 € kassieren");
        assertThat(orders).extracting(order -> order.shortName()).containsExactly("A. B.", "C. D.");
        rig.tell("handover code " + SampleTour.PAID_CODE);
        assertThat(model.stop().get().orElseThrow().orders())
                .extracting(StopViewModel::state)
                .containsExactly("5,35 € kassieren", "übergeben");
    }

    @Test
    void visitZeroIsWhereTheVanStandsOrGoesNext() throws IOException {
        var model = model(0);
        assertThat(name(model)).isEqualTo("Depot");
        rig.tell("arrive 1");
        rig.tell("leave");
        assertThat(name(model)).isEqualTo("Musterdorf, Anger");
        rig.tell("arrive 2");
        assertThat(name(model)).isEqualTo("Musterdorf, Anger");
        assertThat(model.stop().get().orElseThrow().isHere()).isTrue();
    }

    @Test
    void leavingWhileSomebodyWaitsTakesASecondPress() throws IOException {
        var model = model(2);
        model.drive();
        assertThat(model.stop().get().orElseThrow().isHere()).isTrue();
        model.drive();
        assertThat(rig.cockpit.notice().get()).contains("2 Bestellungen sind noch offen");
        assertThat(model.stop().get().orElseThrow().isHere()).isTrue();
        model.drive();
        assertThat(model.stop().get().orElseThrow().isHere()).isFalse();
        assertThat(rig.navigator.place().get()).isEqualTo(new Place.Tour());
    }

    @Test
    void anOrderOpensByItsSpokenCode() {
        var model = model(2);
        var order = model.stop().get().orElseThrow().orders().getFirst();
        model.open(order);
        assertThat(rig.navigator.place().get())
                .isEqualTo(new Place.Handover(Optional.of(new Command.Proof.Spoken(order.code()))));
    }

    @Test
    void arrivingElsewhereWithoutLeavingIsRefusedInWords() throws IOException {
        rig.tell("arrive 1");
        model(2).drive();
        assertThat(rig.cockpit.notice().get()).contains("Bitte zuerst abfahren");
    }

    private StopViewModel model(int visit) {
        return new StopViewModel(rig.cockpit, rig.navigator, visit);
    }

    private static String name(StopViewModel model) {
        return model.stop().get().orElseThrow().row().visit().name();
    }
}
