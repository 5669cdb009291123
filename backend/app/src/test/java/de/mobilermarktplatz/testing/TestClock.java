package de.mobilermarktplatz.testing;

import de.mobilermarktplatz.platform.clock.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The clock of the test JVM: stands still until a story moves it. All stories of the JVM share it,
 * so a story sets it at its beginning and only ever relies on its own moves.
 */
public class TestClock implements MovableClock {

    /** A Monday morning in Salzlandkreis, 09:00 in winter time. */
    public static final Instant MONDAY_MORNING = Instant.parse("2026-11-23T08:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(MONDAY_MORNING);

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public void travelTo(Instant moment) {
        set(moment);
    }

    @Override
    public void moveTo(Instant moment) {
        set(moment);
    }

    @Override
    public Runnable bookmark() {
        Instant then = now.get();
        return () -> set(then);
    }

    public void set(Instant instant) {
        now.set(instant);
    }

    public void advance(Duration by) {
        now.updateAndGet(time -> time.plus(by));
    }
}
