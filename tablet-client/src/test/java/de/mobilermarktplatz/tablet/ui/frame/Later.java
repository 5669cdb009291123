package de.mobilermarktplatz.tablet.ui.frame;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Nothing happens before the test says so: one lane each for the till and the network. */
public final class Later implements Tasks {
    private final Queue<Runnable> till = new ArrayDeque<>();
    private final Queue<Runnable> network = new ArrayDeque<>();
    private final SameThread now = new SameThread();

    @Override
    public <T> void run(Supplier<T> work, Consumer<T> onScreen, Runnable onFailed) {
        till.add(() -> now.run(work, onScreen, onFailed));
    }

    @Override
    public <T> void online(Supplier<T> work, Consumer<T> onScreen, Runnable onFailed) {
        network.add(() -> now.online(work, onScreen, onFailed));
    }

    /** Everything that the till was asked for, and what was asked meanwhile. */
    public void doTill() {
        for (var next = till.poll(); next != null; next = till.poll()) {
            next.run();
        }
    }

    /** The network answers at last. */
    public void doNetwork() {
        for (var next = network.poll(); next != null; next = network.poll()) {
            next.run();
        }
    }
}
