package de.mobilermarktplatz.ordering;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A producer delivers less: these lines of one order shrank, amounts included. */
public record LinesCut(UUID orderId, LocalDate marketDay, List<Line> lines, long newTotalCents) {

    /** Quantities in pieces or grams. */
    public record Line(int number, String product, long ordered, long confirmed) {}
}
