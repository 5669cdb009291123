package de.mobilermarktplatz.tablet.ui.tour;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.tablet.core.StopRow;
import de.mobilermarktplatz.tablet.ui.ScreenRig;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TourViewModelTest {
    @TempDir Path data;
    private ScreenRig rig;
    private TourViewModel model;

    @BeforeEach
    void takeATourAlong() throws IOException {
        rig = ScreenRig.onTour(data);
        model = new TourViewModel(rig.cockpit, rig.navigator);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void theFirstStopIsNextUntilTheVanHasArrivedAndLeft() {
        assertThat(states())
                .containsExactly(StopRow.State.NEXT, StopRow.State.LATER, StopRow.State.LATER);
        assertThat(nextWords()).isEqualTo("Ankommen: Depot");
        model.doNext();
        assertThat(states())
                .containsExactly(StopRow.State.HERE, StopRow.State.LATER, StopRow.State.LATER);
        assertThat(nextWords()).isEqualTo("Abfahren: Depot");
        model.doNext();
        assertThat(states())
                .containsExactly(StopRow.State.PASSED, StopRow.State.NEXT, StopRow.State.LATER);
        assertThat(nextWords()).isEqualTo("Ankommen: Musterdorf, Anger");
    }

    @Test
    void aHandedOverOrderIsNoLongerOpen() throws IOException {
        assertThat(model.stops().get().get(1).toDo()).isEqualTo("2 von 2 Bestellungen offen");
        rig.tell("load all");
        rig.tell("handover code " + de.mobilermarktplatz.tablet.SampleTour.PAID_CODE);
        assertThat(model.stops().get().get(1).toDo()).isEqualTo("1 von 2 Bestellungen offen");
    }

    @Test
    void theTitleNamesVanDayAndCalls() {
        assertThat(model.title().get()).isEqualTo("Wagen 1 · Montag, 23. November · 1 Halt");
    }

    private java.util.List<StopRow.State> states() {
        return model.stops().get().stream().map(StopRow::state).toList();
    }

    private String nextWords() {
        return model.next().get().orElseThrow().words();
    }
}
