package de.mobilermarktplatz.contract.journal;

import java.time.Instant;

/**
 * The server's time as it was told. With the entry's monotonic time it dates everything of the same
 * start.
 *
 * @param roundTripMillis of the exchange; half of it is the uncertainty
 */
public record ClockAnchor(Instant serverTime, long roundTripMillis) implements EntryBody {}
