package de.mobilermarktplatz.tablet.ui.frame;

import de.mobilermarktplatz.tablet.device.Scan;
import javafx.scene.Parent;

/** What stands between status bar and tabs; made anew each time somebody comes here. */
public interface Screen {
    Parent node();

    /** The first thing after it is seen, such as giving focus. */
    default void shown() {}

    /** A scanner read something while this screen was up. */
    default void scanned(Scan scan) {}

    /** Whether a customer's pick-up code may take the driver away; not with something half done. */
    default boolean mayBeLeft() {
        return true;
    }

    /** The last thing before it is dropped: stop timers, let go of listeners. */
    default void hidden() {}
}
