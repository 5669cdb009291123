package de.mobilermarktplatz.contract.journal;

import de.mobilermarktplatz.kernel.id.FactId;
import de.mobilermarktplatz.kernel.id.OrderId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The van's answer to a change that the office asked for while the van had custody.
 *
 * @param lines amounts in all that the order has from now on; null where nothing changed, and in
 *     entries older than this field
 * @param given free stock that the van no longer sells itself; null where nothing was asked for
 */
public record RequestVerdict(
        FactId request,
        Verdict verdict,
        @Nullable OrderId order,
        @Nullable List<DeliveredLine> lines,
        @Nullable List<StockItem> given)
        implements EntryBody {

    /** An answer that changes nothing. */
    public static RequestVerdict no(FactId request, Verdict verdict, @Nullable OrderId order) {
        return new RequestVerdict(request, verdict, order, null, null);
    }
}
