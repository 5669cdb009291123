package de.mobilermarktplatz.tablet.ui.pin;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.tablet.ui.ScreenRig;
import de.mobilermarktplatz.tablet.ui.frame.Place;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PinViewModelTest {
    @TempDir Path data;
    private ScreenRig rig;

    @BeforeEach
    void lock() throws IOException {
        rig = ScreenRig.onTour(data);
        rig.navigator.start(new Place.Pin());
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void aNewPinIsTypedTwiceAndThenOpensTheTour() {
        var model = model();
        type(model, "4711");
        assertThat(model.step().get()).isEqualTo(new PinViewModel.Step.Repeat("4711"));
        type(model, "4711");
        assertThat(rig.navigator.place().get()).isEqualTo(new Place.Tour());
        rig.navigator.start(new Place.Pin());
        var later = model();
        assertThat(later.step().get()).isEqualTo(new PinViewModel.Step.Ask());
        type(later, "4711");
        assertThat(rig.navigator.place().get()).isEqualTo(new Place.Tour());
    }

    @Test
    void twoDifferentPinsAreNone() {
        var model = model();
        type(model, "4711");
        type(model, "4712");
        assertThat(model.problem().get()).contains("verschiedene");
        assertThat(model.step().get()).isEqualTo(new PinViewModel.Step.Choose());
        assertThat(rig.rig.tablet().pin().isChosen()).isFalse();
    }

    @Test
    void aWrongPinSaysSoAndInTheEndHowLongToWait() {
        rig.rig.tablet().pin().choose("4711");
        var model = model();
        type(model, "0815");
        assertThat(model.problem().get()).isEqualTo("Diese PIN stimmt nicht.");
        type(model, "0815");
        type(model, "0815");
        assertThat(model.problem().get()).contains("Nächster Versuch in 5 Sekunden.");
        type(model, "4711");
        assertThat(model.problem().get()).startsWith("Noch gesperrt.");
        assertThat(rig.navigator.place().get()).isEqualTo(new Place.Pin());
    }

    @Test
    void onlyDotsAreSeen() {
        var model = model();
        model.digit(4);
        model.digit(7);
        assertThat(model.dots().get()).isEqualTo("●●");
        model.erase();
        assertThat(model.dots().get()).isEqualTo("●");
        assertThat(model.ready().get()).isFalse();
    }

    private PinViewModel model() {
        return new PinViewModel(rig.cockpit, rig.navigator, rig.rig.tablet().pin().isChosen());
    }

    private static void type(PinViewModel model, String pin) {
        pin.chars().forEach(digit -> model.digit(digit - '0'));
        model.done();
    }
}
