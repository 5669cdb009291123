package de.mobilermarktplatz.tablet.ui;

import de.mobilermarktplatz.contract.tour.TourSnapshot;
import de.mobilermarktplatz.tablet.FakeBackend;
import de.mobilermarktplatz.tablet.Rig;
import de.mobilermarktplatz.tablet.SampleTour;
import de.mobilermarktplatz.tablet.ui.frame.Cockpit;
import de.mobilermarktplatz.tablet.ui.frame.Navigator;
import de.mobilermarktplatz.tablet.ui.frame.Place;
import de.mobilermarktplatz.tablet.ui.frame.SameThread;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import javafx.scene.Scene;

/** A tablet with its tour aboard and view models that answer at once. */
public final class ScreenRig implements AutoCloseable {
    public final Rig rig;
    public final FakeBackend backend;
    public final Cockpit cockpit;
    public final Navigator navigator;

    private ScreenRig(Rig rig, FakeBackend backend, Place first) {
        this.rig = rig;
        this.backend = backend;
        this.navigator = new Navigator(first);
        this.cockpit = new Cockpit(rig.tablet(), new SameThread());
    }

    public static ScreenRig onTour(Path data) throws IOException {
        return onTour(data, SampleTour.snapshot());
    }

    public static ScreenRig onTour(Path data, TourSnapshot tour) throws IOException {
        var backend = new FakeBackend(tour);
        return new ScreenRig(Rig.onTour(data, backend), backend, new Place.Tour());
    }

    /** A tablet fresh from its box. */
    public static ScreenRig notEnrolled(Path data) throws IOException {
        return notEnrolled(data, SampleTour.snapshot());
    }

    public static ScreenRig notEnrolled(Path data, TourSnapshot tour) throws IOException {
        var backend = new FakeBackend(tour);
        var rig = Rig.notEnrolled(data, backend);
        return new ScreenRig(rig, backend, Window.first(rig.tablet()));
    }

    /** A console line, and the screens see what came of it. */
    public void tell(String line) throws IOException {
        rig.tell(line);
        cockpit.refresh();
    }

    /**
     * The whole window on this tablet, at the navigator's place; on the screen's thread only. Keys
     * come at a scanner's pace however busy the machine is.
     */
    public Scene scene() {
        var millis = new AtomicLong();
        return Window.scene(
                rig.tablet(), cockpit, navigator, () -> millis.incrementAndGet() * 1_000_000);
    }

    @Override
    public void close() {
        rig.close();
        backend.close();
    }
}
