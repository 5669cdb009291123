package de.mobilermarktplatz.tablet.ui.frame;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Where the driver is and how they came. */
public final class Navigator {
    private static final int LONGEST_WAY = 20;

    private final ReadOnlyObjectWrapper<Place> place;
    private final Deque<Place> behind = new ArrayDeque<>();

    public Navigator(Place first) {
        place = new ReadOnlyObjectWrapper<>(first);
    }

    public ReadOnlyObjectProperty<Place> place() {
        return place.getReadOnlyProperty();
    }

    /** One step further; {@link #back} returns. Going where one is already is no step. */
    public void go(Place next) {
        if (next.equals(place.get())) {
            return;
        }
        behind.push(place.get());
        if (behind.size() > LONGEST_WAY) {
            var _ = behind.removeLast();
        }
        place.set(next);
    }

    /** From here on there is no way back, as after a tab or a finished handover. */
    public void start(Place next) {
        behind.clear();
        place.set(next);
    }

    /** Where one came from; stays where there is no way back. */
    public void back() {
        var before = behind.poll();
        if (before != null) {
            place.set(before);
        }
    }
}
