package de.mobilermarktplatz.tablet.ui.pay;

import java.util.concurrent.TimeUnit;
import javafx.event.Event;
import javafx.scene.control.Button;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TouchEvent;

/** A finger that taps twice would press the key that comes up in the place of the first one. */
final class SecondTap {
    private static final long DEAF_NANOS = TimeUnit.MILLISECONDS.toNanos(600);

    private SecondTap() {}

    /** From now on, fingers and mice are not heard for a moment; the key looks as always. */
    static void ignoredBy(Button key) {
        long since = System.nanoTime();
        key.addEventFilter(MouseEvent.ANY, event -> drop(event, since));
        key.addEventFilter(TouchEvent.ANY, event -> drop(event, since));
    }

    private static void drop(Event event, long since) {
        if (System.nanoTime() - since < DEAF_NANOS) {
            event.consume();
        }
    }
}
