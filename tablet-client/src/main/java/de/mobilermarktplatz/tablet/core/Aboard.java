package de.mobilermarktplatz.tablet.core;

import de.mobilermarktplatz.contract.journal.StockItem;
import de.mobilermarktplatz.contract.tour.PriceEntry;
import de.mobilermarktplatz.contract.tour.TourOrder;
import de.mobilermarktplatz.contract.tour.Visit;
import de.mobilermarktplatz.kernel.id.CallId;
import de.mobilermarktplatz.kernel.id.ProductId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that a rule looks at.
 *
 * @param now greatest of wall clock, last server time and last journal time, so that a clock set
 *     back honours no expired code
 * @param openMillis how long the basket has been open
 */
public record Aboard(TabletState state, Tour tour, Till till, Instant now, long openMillis) {
    LocalDate today() {
        return now.atZone(till.zone()).toLocalDate();
    }

    long nextReceipt() {
        return state.count(Counter.RECEIPTS) + 1;
    }

    /** The stop the van stands at; empty on the road. */
    public Optional<Visit> standing() {
        return tour.visit(state.count(Counter.STANDING_AT));
    }

    @Nullable CallId call() {
        return standing().map(Visit::call).orElse(null);
    }

    String text(ProductId product) {
        return tour.price(product).map(PriceEntry::text).orElse(product.toString());
    }

    /** Pieces or grams that waiting orders need, or that were given to the web. */
    public long reserved(ProductId product) {
        return reserved().getOrDefault(product, 0L);
    }

    /** Pre-orders as they are to be handed over by now; cancelled ones with what they were. */
    List<TourOrder> orders() {
        return tour.snapshot().orders().stream().map(order -> AsAgreed.of(state, order)).toList();
    }

    private Stream<TourOrder> waiting() {
        return orders().stream().filter(order -> !state.orders().containsKey(order.order()));
    }

    /**
     * Pieces or grams that this van may promise to somebody: neither reserved, nor in the open
     * basket, nor given to the web. Goods in the hand are sold even beyond it.
     */
    public long free(ProductId product) {
        long inBasket =
                state.basket().stream()
                        .filter(DraftLine.Goods.class::isInstance)
                        .map(DraftLine.Goods.class::cast)
                        .filter(line -> line.product().equals(product))
                        .mapToLong(DraftLine.Goods::amount)
                        .sum();
        return state.aboard(product) - reserved(product) - inBasket;
    }

    /** The same moment after something happened. */
    Aboard after(List<Change> changes) {
        return new Aboard(state.after(changes), tour, till, now, openMillis);
    }

    /** Orders that were neither handed over nor refused nor cancelled. */
    public long ordersWaiting() {
        return waiting().count();
    }

    /** Pieces or grams that are not the van's to sell, by article. */
    Map<ProductId, Long> reserved() {
        Map<ProductId, Long> sums = new HashMap<>(state.asked().given());
        waiting()
                .flatMap(order -> order.lines().stream())
                .forEach(line -> sums.merge(line.product(), line.amount(), Math::addExact));
        return Map.copyOf(sums);
    }

    static StockItem item(PriceEntry article, long amount) {
        return new StockItem(article.product(), article.unit(), amount);
    }
}
