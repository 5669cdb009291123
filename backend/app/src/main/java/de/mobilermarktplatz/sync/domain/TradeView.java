package de.mobilermarktplatz.sync.domain;

import de.mobilermarktplatz.kernel.id.FactId;
import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.kernel.id.TourId;
import java.util.Map;

/**
 * Orders, crates and tours that entries speak of; what does not exist is not there.
 *
 * @param crates contents of the crates that were asked for
 * @param requests that entries answer
 */
public record TradeView(
        Map<OrderId, OrderView> orders,
        CrateGoods crates,
        Map<TourId, TourView> tours,
        Map<FactId, RequestView> requests) {

    public static final TradeView NOTHING =
            new TradeView(Map.of(), new CrateGoods(Map.of()), Map.of(), Map.of());
}
