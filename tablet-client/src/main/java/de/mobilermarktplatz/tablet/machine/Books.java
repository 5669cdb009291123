package de.mobilermarktplatz.tablet.machine;

import de.mobilermarktplatz.tablet.core.TabletState;
import de.mobilermarktplatz.tablet.core.Tour;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The till as its disk has it.
 *
 * @param base before the first entry that is kept
 * @param tour null before the first
 * @param basketOpened when the open basket's first line was scanned, null without one
 * @param basketSince the same on the monotonic clock, in milliseconds; {@link #BEFORE_THIS_START}
 *     when only the wall clock knows
 * @param anchor sequence of this start's clock anchor, 0 before it
 * @param latest greatest wall time of any entry
 */
public record Books(
        Head base,
        Head head,
        TabletState state,
        @Nullable Tour tour,
        @Nullable Instant basketOpened,
        long basketSince,
        long anchor,
        Instant latest) {

    /** The basket was opened before the program last began. */
    static final long BEFORE_THIS_START = -1;

    /** Of a journal that only wants to be delivered. */
    static Books ended(Held held) {
        return new Books(
                held.base(),
                held.head(),
                TabletState.EMPTY,
                null,
                null,
                BEFORE_THIS_START,
                0,
                held.latest());
    }

    Books withBasket(TabletState next, Instant opened, long monoMillis) {
        return new Books(
                base,
                head,
                next,
                tour,
                basketOpened == null ? opened : basketOpened,
                basketOpened == null ? monoMillis : basketSince,
                anchor,
                latest);
    }

    Books withTour(Tour next) {
        return new Books(base, head, state, next, basketOpened, basketSince, anchor, latest);
    }

    Books withBase(Head next) {
        return new Books(next, head, state, tour, basketOpened, basketSince, anchor, latest);
    }

    Books anchored() {
        return new Books(base, head, state, tour, basketOpened, basketSince, head.seq(), latest);
    }

    Books after(Head next, TabletState changed, Instant wall) {
        return new Books(
                base,
                next,
                changed,
                tour,
                changed.basket().isEmpty() ? null : basketOpened,
                basketSince,
                anchor,
                wall.isAfter(latest) ? wall : latest);
    }
}
