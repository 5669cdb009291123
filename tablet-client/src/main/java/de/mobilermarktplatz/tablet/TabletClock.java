package de.mobilermarktplatz.tablet;

import de.mobilermarktplatz.kernel.id.BootId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * Time on board: a wall clock that may be wrong and a monotonic one that is right since {@code
 * boot}.
 *
 * @param monoMillis milliseconds since the program started
 */
record TabletClock(InstantSource wall, LongSupplier monoMillis, BootId boot) {
    static TabletClock starting(InstantSource wall, BootId boot) {
        long start = System.nanoTime();
        return new TabletClock(wall, () -> (System.nanoTime() - start) / 1_000_000, boot);
    }

    Instant now() {
        return wall.instant();
    }
}
