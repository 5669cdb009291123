package de.mobilermarktplatz.tablet;

import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.tablet.device.FailPoints;
import de.mobilermarktplatz.tablet.machine.Disk;
import de.mobilermarktplatz.tablet.machine.Effect;
import de.mobilermarktplatz.tablet.machine.Event;
import de.mobilermarktplatz.tablet.machine.Network;
import de.mobilermarktplatz.tablet.machine.Replies;
import de.mobilermarktplatz.tablet.machine.ServerAnswer;
import de.mobilermarktplatz.tablet.machine.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Requests and alarms, off the driver's thread; what becomes of them is told as events. */
final class Lane implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Lane.class.getName());
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(3);
    private static final int THREADS = 3;

    private final Network network;
    private final Disk disk;
    private final FailPoints failPoints;
    private final Map<Timer, Future<?>> alarms = new EnumMap<>(Timer.class);
    private final ExecutorService requests =
            Executors.newFixedThreadPool(
                    THREADS, Thread.ofPlatform().name("sync").daemon().factory());
    private final ScheduledExecutorService timers =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("alarms").daemon().factory());
    private volatile Consumer<Event> events = event -> {};

    Lane(Network network, Disk disk, FailPoints failPoints) {
        this.network = network;
        this.disk = disk;
        this.failPoints = failPoints;
    }

    /** Where everything is told; to be set before the first effect. */
    void tells(Consumer<Event> listener) {
        events = listener;
    }

    void send(Effect.Send send) {
        submit(() -> events.accept(exchange(send)));
    }

    private Event exchange(Effect.Send send) {
        try {
            failPoints.hit("upload.before-send");
            var answer = network.send(send.request());
            failPoints.hit("upload.after-send");
            @Nullable Bytes hash = null;
            var acked = Replies.acked(answer);
            if (acked.isPresent()) {
                hash = disk.hashAfter(acked.getAsLong()).orElse(null);
            }
            return new Event.Answered(send.ticket(), answer, hash);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "A request failed; it is tried again.", e);
            return new Event.Answered(
                    send.ticket(), new ServerAnswer.Unreachable(e.toString()), null);
        }
    }

    void arm(Effect.Arm arm) {
        var before = alarms.remove(arm.timer());
        if (before != null) {
            var _ = before.cancel(false);
        }
        try {
            alarms.put(
                    arm.timer(),
                    timers.schedule(
                            () -> events.accept(new Event.TimeCame(arm.timer())),
                            arm.delay().toMillis(),
                            TimeUnit.MILLISECONDS));
        } catch (RejectedExecutionException closed) {
            LOG.log(System.Logger.Level.DEBUG, "No alarm any more: the program ends.");
        }
    }

    private void submit(Runnable work) {
        try {
            requests.execute(work);
        } catch (RejectedExecutionException closed) {
            LOG.log(System.Logger.Level.DEBUG, "No request any more: the program ends.");
        }
    }

    @Override
    public void close() {
        var _ = timers.shutdownNow();
        var _ = requests.shutdownNow();
        try {
            // The store is closed next; an answer must not find it gone.
            var _ = requests.awaitTermination(CLOSE_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
            var _ = timers.awaitTermination(CLOSE_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
