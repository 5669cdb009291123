package de.mobilermarktplatz.contract.journal;

import de.mobilermarktplatz.kernel.id.CallId;
import de.mobilermarktplatz.kernel.id.TourId;
import org.jspecify.annotations.Nullable;

/**
 * The van leaves.
 *
 * @param visit number of the visit in the tour
 * @param call the call it served, null at a producer or the depot
 */
public record StopLeave(TourId tour, int visit, @Nullable CallId call) implements EntryBody {}
