package de.mobilermarktplatz.tablet.ui.frame;

import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Work away from the screen's thread. Two lanes, so that a slow network never keeps a sale waiting.
 * Work that throws ends at the trouble screen and its {@code onScreen} never runs.
 */
public interface Tasks {
    /** One after the other, in the order of the calls: everything that only needs the disk. */
    <T> void run(Supplier<T> work, Consumer<T> onScreen);

    /** May wait for the network. */
    <T> void online(Supplier<T> work, Consumer<T> onScreen);
}
