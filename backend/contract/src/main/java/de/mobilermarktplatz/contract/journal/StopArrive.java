package de.mobilermarktplatz.contract.journal;

import de.mobilermarktplatz.kernel.id.CallId;
import de.mobilermarktplatz.kernel.id.TourId;
import org.jspecify.annotations.Nullable;

/**
 * The van stands.
 *
 * @param visit number of the visit in the tour
 * @param call the call it serves, null at a producer or the depot
 */
public record StopArrive(TourId tour, int visit, @Nullable CallId call) implements EntryBody {}
