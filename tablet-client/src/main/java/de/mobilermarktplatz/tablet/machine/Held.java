package de.mobilermarktplatz.tablet.machine;

import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.tablet.core.TabletState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a disk holds when the program begins.
 *
 * @param base before the first entry that is still there; the chain's start when none was forgotten
 * @param head last entry, {@code base} when there is none
 * @param latest wall time of the last entry, the epoch without one
 * @param basketOpened when the first line of the open basket was scanned, null without a basket
 * @param tour snapshot of the tour aboard, null before the first
 * @param unprinted texts that were committed but perhaps never came out of the printer
 */
public record Held(
        Head base,
        Head head,
        Instant latest,
        TabletState state,
        @Nullable Instant basketOpened,
        @Nullable Bytes tour,
        Uplink uplink,
        List<Printout> unprinted) {
    public Held {
        unprinted = List.copyOf(unprinted);
    }
}
