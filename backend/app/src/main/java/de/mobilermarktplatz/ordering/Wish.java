package de.mobilermarktplatz.ordering;

import de.mobilermarktplatz.kernel.id.OfferId;

/**
 * One wished line.
 *
 * @param quantity pieces, or grams where the article is sold by weight
 */
public record Wish(OfferId offer, long quantity) {}
