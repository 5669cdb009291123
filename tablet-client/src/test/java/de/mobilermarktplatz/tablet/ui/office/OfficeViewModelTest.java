package de.mobilermarktplatz.tablet.ui.office;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.tablet.ui.ScreenRig;
import de.mobilermarktplatz.tablet.ui.frame.Place;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfficeViewModelTest {
    @TempDir Path data;
    private ScreenRig rig;
    private OfficeViewModel model;

    @BeforeEach
    void takeATourAlong() throws IOException {
        rig = ScreenRig.onTour(data);
        model = new OfficeViewModel(rig.cockpit, rig.navigator);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void withoutANetworkTheSentenceSaysWhatIsOnlyHereAndThatNothingIsToBeDone() throws IOException {
        rig.backend.down();
        rig.tell("load all");
        model.send();
        assertThat(model.sync().get())
                .matches("\\d+ beim Server, \\d+ nur auf diesem Tablet seit \\d\\d:\\d\\d");
        assertThat(model.advice().get()).contains("sobald ein Netz da ist");
        assertThat(model.outcome().get()).isInstanceOf(OfficeViewModel.Outcome.Bad.class);
    }

    @Test
    void sendingBringsEverythingToTheServer() throws IOException {
        rig.tell("load all");
        rig.rig.drain();
        model.send();
        assertThat(model.outcome().get())
                .isEqualTo(new OfficeViewModel.Outcome.Good("Alles ist beim Server."));
        assertThat(model.sync().get()).endsWith("alles übertragen");
        assertThat(model.advice().get()).isEqualTo("Nichts zu tun.");
    }

    @Test
    void theBooksAreCheckedInWords() {
        model.verify();
        assertThat(((OfficeViewModel.Outcome.Good) model.outcome().get()).sentence())
                .startsWith("Die Bücher sind unverändert: alle ");
    }

    @Test
    void lockingAsksForThePin() {
        model.lock();
        assertThat(rig.navigator.place().get()).isEqualTo(new Place.Pin());
    }
}
