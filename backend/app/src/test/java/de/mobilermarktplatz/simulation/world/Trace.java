package de.mobilermarktplatz.simulation.world;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

/**
 * The last steps in words. Off while seeds run by the thousand; a seed that failed is run again
 * with it, which costs nothing because it does the same again.
 */
public final class Trace {
    private static final int KEPT = 40;

    private final boolean on;
    private final Deque<String> last = new ArrayDeque<>();
    private long hash = 1125899906842597L;

    public Trace(boolean on) {
        this.on = on;
    }

    void note(long now, Supplier<String> words) {
        if (!on) {
            return;
        }
        var line = now + " " + words.get();
        hash = 31 * hash + line.hashCode();
        if (last.size() == KEPT) {
            last.removeFirst();
        }
        last.addLast(line);
    }

    public List<String> last() {
        return List.copyOf(last);
    }

    /** Equal for equal histories. */
    public long fingerprint() {
        return hash;
    }
}
