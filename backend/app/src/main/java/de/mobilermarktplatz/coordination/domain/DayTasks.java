package de.mobilermarktplatz.coordination.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a market day waits for.
 *
 * @param before the market day before; null when there is none
 * @param after the market day after; null when none is published
 * @param lastCutOff of the day's orders; null while there are none
 * @param silent names of producers who have not answered, of whom {@code overdue} are too late
 * @param unserved calls that the plan leaves out
 * @param drafts vans whose tour is planned, not released
 * @param withoutTablet vans whose released tour no tablet has taken
 * @param out vans whose tour is released and not closed
 * @param failedCaptures cards that could not be charged
 */
public record DayTasks(
        @Nullable LocalDate before,
        @Nullable LocalDate after,
        @Nullable Instant lastCutOff,
        List<String> silent,
        long overdue,
        long unserved,
        List<String> drafts,
        List<String> withoutTablet,
        List<String> out,
        long failedCaptures) {

    /** For whoever may not open the page where they are settled. */
    public DayTasks withoutFailedCaptures() {
        return new DayTasks(
                before,
                after,
                lastCutOff,
                silent,
                overdue,
                unserved,
                drafts,
                withoutTablet,
                out,
                0);
    }
}
