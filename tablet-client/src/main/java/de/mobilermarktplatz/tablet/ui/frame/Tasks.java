package de.mobilermarktplatz.tablet.ui.frame;

import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Work away from the screen's thread. Two lanes, so that a slow network never keeps a sale waiting.
 * Work that throws ends at the trouble screen: {@code onFailed} runs in place of {@code onScreen}.
 */
public interface Tasks {
    /** One after the other, in the order of the calls: everything that only needs the disk. */
    <T> void run(Supplier<T> work, Consumer<T> onScreen, Runnable onFailed);

    /** May wait for the network. */
    <T> void online(Supplier<T> work, Consumer<T> onScreen, Runnable onFailed);
}
