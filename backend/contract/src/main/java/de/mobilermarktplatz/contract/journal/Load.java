package de.mobilermarktplatz.contract.journal;

import de.mobilermarktplatz.kernel.id.CrateId;
import de.mobilermarktplatz.kernel.id.TourId;
import java.util.List;

/**
 * Crates and loose goods taken aboard; opens custody of the tour.
 *
 * @param items loose goods besides the contents of the crates, which the snapshot of the tour lists
 */
public record Load(TourId tour, List<CrateId> crates, List<StockItem> items) implements EntryBody {}
