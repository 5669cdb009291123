package de.mobilermarktplatz.touring;

import de.mobilermarktplatz.kernel.id.TourId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who decides on the goods of a tour (sync.md 2.5): one writer at any time. The load scan gives
 * them to the van; the unload count, or the closing, gives them back twelve hours later, because a
 * tablet may still have something to tell.
 *
 * @param generation lease of the tablet that loaded last
 * @param since when the server learnt of the first load
 * @param until when it ends; null while the van drives
 * @param ended when it did end; null before
 */
public record Custody(
        TourId tour,
        long generation,
        Instant since,
        @Nullable Instant until,
        @Nullable Instant ended) {

    /** What a tablet that counted its goods may still send. */
    public static final Duration AFTER_UNLOADING = Duration.ofHours(12);

    /** Whether changes are requests to the van. */
    public boolean isOpen() {
        return ended == null;
    }
}
