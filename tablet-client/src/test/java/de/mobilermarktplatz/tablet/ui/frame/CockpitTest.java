package de.mobilermarktplatz.tablet.ui.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.mobilermarktplatz.tablet.Rig;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CockpitTest {
    @TempDir Path data;

    @Test
    void aSlowNetworkDoesNotStopTheSelling() throws Exception {
        try (var rig = Rig.onTour(data)) {
            var later = new Later();
            var cockpit = new Cockpit(rig.tablet(), later);
            var waiting = cockpit.waiting();
            cockpit.online(_ -> "answer", _ -> {});
            assertThat(cockpit.busy().get()).isFalse();
            assertThat(waiting.get()).isTrue();
            cockpit.till(_ -> "sold", _ -> {});
            assertThat(cockpit.busy().get()).isTrue();
            later.doTill();
            assertThat(cockpit.busy().get()).isFalse();
            later.doNetwork();
            assertThat(waiting.get()).isFalse();
        }
    }

    @Test
    void workThatThrowsLeavesNoKeyDead() throws Exception {
        try (var rig = Rig.onTour(data)) {
            var cockpit = new Cockpit(rig.tablet(), new SameThread());
            assertThatThrownBy(() -> cockpit.till(CockpitTest::fail, _ -> {}))
                    .isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> cockpit.online(CockpitTest::fail, _ -> {}))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(cockpit.waiting().get()).isFalse();
        }
    }

    private static Object fail(Object tablet) {
        throw new IllegalStateException("a defect");
    }
}
