package de.mobilermarktplatz.contract.journal;

import de.mobilermarktplatz.kernel.id.CallId;
import de.mobilermarktplatz.kernel.id.OpId;
import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.kernel.id.TourId;
import de.mobilermarktplatz.kernel.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pre-order given to its customer. On its own it is no receipt (FIS-02). If something was due at
 * the van, the {@link Sale} with this order stands before it in the same commit and {@code receipt}
 * names that sale.
 *
 * @param paidAtVan 0 if the order was paid online
 * @param receipt operation of the sale that settled it, null if nothing was paid at the van
 */
public record Handover(
        OrderId order,
        CallId call,
        TourId tour,
        HandoverProof proof,
        List<DeliveredLine> lines,
        Money paidAtVan,
        @Nullable OpId receipt)
        implements EntryBody {}
