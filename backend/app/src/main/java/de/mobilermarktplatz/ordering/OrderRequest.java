package de.mobilermarktplatz.ordering;

import de.mobilermarktplatz.kernel.id.FactId;
import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.kernel.id.TourId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A wish that a van decides, because it has the goods.
 *
 * @param tour the van's tour that is asked
 * @param askedBy words for the desk, such as the name of whoever was on duty
 * @param answeredAt null while it is open
 */
public record OrderRequest(
        FactId id,
        OrderId order,
        TourId tour,
        OrderChange change,
        State state,
        String askedBy,
        Instant askedAt,
        @Nullable Instant answeredAt) {

    /** OPEN until the van, or the end of its tour, answers. */
    public enum State {
        OPEN,
        DONE,
        /** The goods had been handed over before. */
        TOO_LATE,
        NOT_POSSIBLE
    }
}
