package de.mobilermarktplatz.tablet;

import de.mobilermarktplatz.tablet.machine.Event;
import de.mobilermarktplatz.tablet.machine.SecondMedium;
import de.mobilermarktplatz.tablet.machine.StoredEntry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes the second copy on a thread of its own and waits for it only a moment: a card that hangs
 * may not hold up a sale.
 */
final class Copyist implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Copyist.class.getName());
    static final Duration PATIENCE = Duration.ofSeconds(1);

    private final SecondMedium medium;
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().name("second-copy").daemon().factory());
    private @Nullable Future<?> hanging;

    Copyist(SecondMedium medium) {
        this.medium = medium;
    }

    /** How far the copy is, null when the medium does not answer. */
    @Nullable Long upTo() {
        return probe() instanceof Event.MirrorBack back ? back.upTo() : null;
    }

    Event probe() {
        return within(() -> new Event.MirrorBack(medium.upTo()));
    }

    Event append(List<StoredEntry> rows) {
        return within(
                () -> {
                    try {
                        medium.append(rows);
                        return new Event.Mirrored(rows.getLast().seq());
                    } catch (SecondMedium.OtherMedium changed) {
                        return new Event.MirrorBack(medium.upTo());
                    }
                });
    }

    private synchronized Event within(Supplier<Event> work) {
        if (hanging != null && !hanging.isDone()) {
            return new Event.MirrorFailed("still busy");
        }
        hanging = null;
        var task = thread.submit(work::get);
        try {
            return task.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            hanging = task;
            return failed("hangs");
        } catch (ExecutionException e) {
            return failed(String.valueOf(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            hanging = task;
            return failed("interrupted");
        }
    }

    private static Event failed(String why) {
        LOG.log(System.Logger.Level.WARNING, "No second copy: {0}", why);
        return new Event.MirrorFailed(why);
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}
