package de.mobilermarktplatz.contract.tour;

import de.mobilermarktplatz.contract.journal.StockItem;
import de.mobilermarktplatz.contract.wire.Wire;
import de.mobilermarktplatz.kernel.id.FactId;
import de.mobilermarktplatz.kernel.id.OrderId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change that the office asks for while a van has custody of the goods (sync.md 2.5). The van
 * answers with a {@link de.mobilermarktplatz.contract.journal.RequestVerdict}; until then nothing
 * has changed.
 *
 * @param request answered once
 * @param order null for {@link RequestKind#GIVE_STOCK}
 * @param lines of the order with their wanted amounts, empty for a cancellation
 * @param stock what the van shall give from its own quota; empty unless {@link
 *     RequestKind#GIVE_STOCK}
 * @param asked when the office asked, whole milliseconds
 */
public record TourRequest(
        FactId request,
        RequestKind kind,
        @Nullable OrderId order,
        List<WantedLine> lines,
        List<StockItem> stock,
        Instant asked) {

    public byte[] encode() {
        return Wire.write(this);
    }

    /**
     * Reads one item of a tour's stream.
     *
     * @throws de.mobilermarktplatz.contract.wire.WireException if it is damaged
     */
    public static TourRequest decode(byte[] item) {
        return Wire.read(item, TourRequest.class);
    }
}
