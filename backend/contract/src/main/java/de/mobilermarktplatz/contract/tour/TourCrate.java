package de.mobilermarktplatz.contract.tour;

import de.mobilermarktplatz.contract.journal.StockItem;
import de.mobilermarktplatz.kernel.id.CallId;
import de.mobilermarktplatz.kernel.id.CrateId;
import de.mobilermarktplatz.kernel.id.ProducerId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A crate to be scanned aboard.
 *
 * @param code printed on its label
 * @param call where its goods are handed over, null for free stock
 */
public record TourCrate(
        CrateId crate,
        String code,
        ProducerId producer,
        ColdClass coldClass,
        @Nullable CallId call,
        List<StockItem> contents) {}
