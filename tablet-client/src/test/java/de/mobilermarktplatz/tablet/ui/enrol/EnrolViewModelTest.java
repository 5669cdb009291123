package de.mobilermarktplatz.tablet.ui.enrol;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.tablet.FakeBackend;
import de.mobilermarktplatz.tablet.ui.ScreenRig;
import de.mobilermarktplatz.tablet.ui.frame.Place;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnrolViewModelTest {
    @TempDir Path data;
    private ScreenRig rig;
    private EnrolViewModel model;

    @BeforeEach
    void unpack() throws IOException {
        rig = ScreenRig.notEnrolled(data);
        model = new EnrolViewModel(rig.cockpit, rig.navigator, rig.rig.tablet().proposedServer());
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void aCodeTypedInAnyCaseAndGroupingMakesTheTabletATill() {
        assertThat(model.server().get()).isEqualTo(rig.backend.address());
        model.code().set(FakeBackend.CODE.replace("-", " ").toLowerCase(java.util.Locale.ROOT));
        assertThat(model.ready().get()).isTrue();
        model.enrol();
        assertThat(model.problem().get()).isEmpty();
        assertThat(rig.navigator.place().get()).isEqualTo(new Place.Pin());
        assertThat(rig.cockpit.glance().get().tillGlance().orElseThrow().till().number())
                .isEqualTo(3);
    }

    @Test
    void aMistypedSignIsFoundWithoutTheNetwork() {
        rig.backend.down();
        var first = FakeBackend.CODE.charAt(0);
        model.code().set((first == 'A' ? 'C' : 'A') + FakeBackend.CODE.substring(1));
        assertThat(model.problem().get()).contains("stimmt ein Zeichen nicht");
    }

    @Test
    void halfACodeIsNotSent() {
        model.code().set(FakeBackend.CODE.substring(0, 6));
        assertThat(model.ready().get()).isFalse();
        model.enrol();
        assertThat(rig.navigator.place().get()).isEqualTo(new Place.Enrol());
    }

    @Test
    void anAddressWithoutACountyIsExplained() {
        model.server().set("http://localhost:8080");
        model.code().set(FakeBackend.CODE);
        model.enrol();
        assertThat(model.problem().get()).contains("keinen Landkreis");
    }

    @Test
    void aMissingNetworkIsSaidAndTheCodeStays() {
        rig.backend.down();
        model.code().set(FakeBackend.CODE);
        model.enrol();
        assertThat(model.problem().get()).contains("nicht erreichbar");
        assertThat(model.code().get()).isEqualTo(FakeBackend.CODE);
    }
}
