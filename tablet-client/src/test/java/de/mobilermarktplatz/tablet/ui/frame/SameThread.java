package de.mobilermarktplatz.tablet.ui.frame;

import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Everything at once, on the caller's thread: what a story asks for has happened when it returns.
 */
public final class SameThread implements Tasks {
    @Override
    public <T> void run(Supplier<T> work, Consumer<T> onScreen) {
        onScreen.accept(work.get());
    }

    @Override
    public <T> void online(Supplier<T> work, Consumer<T> onScreen) {
        onScreen.accept(work.get());
    }
}
