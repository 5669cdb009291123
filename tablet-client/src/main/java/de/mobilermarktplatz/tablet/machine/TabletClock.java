package de.mobilermarktplatz.tablet.machine;

import de.mobilermarktplatz.kernel.id.BootId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * Time on board: a wall clock that may be wrong and a monotonic one that is right since {@code
 * boot}.
 *
 * @param wall may jump
 * @param monoMillis milliseconds since the program started
 */
public record TabletClock(InstantSource wall, LongSupplier monoMillis, BootId boot) {
    public static TabletClock starting(InstantSource wall, BootId boot) {
        long start = System.nanoTime();
        return new TabletClock(wall, () -> (System.nanoTime() - start) / 1_000_000, boot);
    }

    public Instant now() {
        return wall.instant();
    }
}
