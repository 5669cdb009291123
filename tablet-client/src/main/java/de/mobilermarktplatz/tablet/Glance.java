package de.mobilermarktplatz.tablet;

import de.mobilermarktplatz.tablet.core.Aboard;
import de.mobilermarktplatz.tablet.core.Till;
import de.mobilermarktplatz.tablet.machine.SyncState;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * All that screens show, at one moment. Read after a commit, never before, and never changed
 * afterwards (R1: nothing is seen that is not on the disk).
 */
public sealed interface Glance {
    /** Not a till yet. */
    record NotEnrolled() implements Glance {}

    /** A till that has taken no tour along so far. */
    record WithoutTour(TillGlance till) implements Glance {}

    record OnTour(TillGlance till, Aboard aboard) implements Glance {}

    /**
     * The till itself.
     *
     * @param sync where its entries are
     * @param stopped whether it can save no more, so that nothing may be sold
     * @param now by the tablet's clock
     */
    record TillGlance(Till till, SyncState sync, boolean stopped, Instant now) {
        /** The clock on the wall of the region. */
        public ZonedDateTime localTime() {
            return now.atZone(till.zone());
        }
    }

    /** Empty before enrolment. */
    default Optional<TillGlance> tillGlance() {
        return switch (this) {
            case NotEnrolled _ -> Optional.empty();
            case WithoutTour without -> Optional.of(without.till());
            case OnTour onTour -> Optional.of(onTour.till());
        };
    }

    /** Empty while no tour is aboard. */
    default Optional<Aboard> aboardGlance() {
        return this instanceof OnTour onTour ? Optional.of(onTour.aboard()) : Optional.empty();
    }
}
