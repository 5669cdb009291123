package de.mobilermarktplatz.tablet.ui.frame;

import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Everything at once, on the caller's thread: what a story asks for has happened when it returns.
 */
public final class SameThread implements Tasks {
    @Override
    public <T> void run(Supplier<T> work, Consumer<T> onScreen, Runnable onFailed) {
        T answer;
        try {
            answer = work.get();
        } catch (RuntimeException | Error e) {
            onFailed.run();
            throw e;
        }
        onScreen.accept(answer);
    }

    @Override
    public <T> void online(Supplier<T> work, Consumer<T> onScreen, Runnable onFailed) {
        run(work, onScreen, onFailed);
    }
}
