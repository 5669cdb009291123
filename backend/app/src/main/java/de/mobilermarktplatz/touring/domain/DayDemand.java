package de.mobilermarktplatz.touring.domain;

import de.mobilermarktplatz.catalogue.Article;
import de.mobilermarktplatz.catalogue.OfferView;
import de.mobilermarktplatz.catalogue.Producer;
import de.mobilermarktplatz.kernel.id.ProductId;
import de.mobilermarktplatz.ordering.LineState;
import de.mobilermarktplatz.ordering.Order;
import de.mobilermarktplatz.timetable.Call;
import de.mobilermarktplatz.touring.Van;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a market day asks of the vans.
 *
 * @param producers all of the region; those that nobody needs are left out of the plan
 * @param vanSale goods for free sale, all vans together
 */
public record DayDemand(
        List<Van> vans, List<Producer> producers, List<CallDemand> calls, List<Need> vanSale) {

    /** A call and what its living orders need aboard. */
    public record CallDemand(Call call, int orders, List<Need> needs) {}

    /**
     * @param articles of every line of {@code orders}
     */
    public static DayDemand of(
            List<Van> vans,
            List<Producer> producers,
            List<Call> calls,
            List<Order> orders,
            List<OfferView> offers,
            Map<ProductId, Article> articles) {
        List<Need> vanSale =
                offers.stream()
                        .filter(offer -> offer.vanQuantity() > 0)
                        .map(
                                offer ->
                                        Need.of(
                                                offer.product().producer(),
                                                offer.product().article(),
                                                offer.vanQuantity()))
                        .toList();
        return new DayDemand(
                vans,
                producers,
                calls.stream().map(call -> demand(call, orders, articles)).toList(),
                Need.merge(vanSale));
    }

    /** An order that still wants something, even one whose card payment is under way. */
    public static boolean alive(Order order) {
        return order.endReason() == null
                && order.lines().stream().anyMatch(line -> line.current().quantity() > 0);
    }

    private static CallDemand demand(
            Call call, List<Order> orders, Map<ProductId, Article> articles) {
        List<Order> living =
                orders.stream()
                        .filter(order -> order.call().equals(call.id()) && alive(order))
                        .toList();
        List<Need> needs =
                living.stream()
                        .flatMap(order -> order.lines().stream())
                        .filter(line -> line.state() != LineState.CANCELLED)
                        .filter(line -> line.current().quantity() > 0)
                        .map(
                                line ->
                                        Need.of(
                                                line.producer(),
                                                Objects.requireNonNull(
                                                        articles.get(line.product()),
                                                        line.productName()),
                                                line.current().quantity()))
                        .toList();
        return new CallDemand(call, living.size(), Need.merge(needs));
    }
}
