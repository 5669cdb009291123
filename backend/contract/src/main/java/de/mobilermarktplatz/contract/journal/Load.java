package de.mobilermarktplatz.contract.journal;

import de.mobilermarktplatz.kernel.id.CrateId;
import de.mobilermarktplatz.kernel.id.TourId;
import java.util.List;

/**
 * Crates and loose goods taken aboard; opens custody of the tour.
 *
 * @param items all goods that came aboard with this entry, contents of its crates included, so that
 *     the entry stands on its own when the snapshot is gone
 */
public record Load(TourId tour, List<CrateId> crates, List<StockItem> items) implements EntryBody {}
