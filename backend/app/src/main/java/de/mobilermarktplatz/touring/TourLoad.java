package de.mobilermarktplatz.touring;

import de.mobilermarktplatz.kernel.quantity.ColdClass;

/**
 * What a tour carries of one cold class for orders, all calls together, and the van's room for it.
 */
public record TourLoad(ColdClass coldClass, long millilitres, long capacityMillilitres) {}
