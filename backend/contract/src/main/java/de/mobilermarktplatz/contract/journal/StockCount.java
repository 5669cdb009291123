package de.mobilermarktplatz.contract.journal;

import de.mobilermarktplatz.kernel.id.TourId;
import java.util.List;

/** Leftovers counted at the end of a tour. */
public record StockCount(TourId tour, List<CountedItem> items) implements EntryBody {}
