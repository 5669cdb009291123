package de.mobilermarktplatz.ordering;

import de.mobilermarktplatz.kernel.id.CallId;
import de.mobilermarktplatz.kernel.id.OfferId;

/**
 * A wish in a cart; nothing is reserved by it.
 *
 * @param quantity pieces or grams, at least 1
 */
public record CartLine(CallId call, OfferId offer, long quantity) {}
