package de.mobilermarktplatz.contract.journal;

import de.mobilermarktplatz.kernel.id.TourId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Goods that left the stock without being sold. */
public record Shrinkage(@Nullable TourId tour, ShrinkageReason reason, List<StockItem> items)
        implements EntryBody {}
