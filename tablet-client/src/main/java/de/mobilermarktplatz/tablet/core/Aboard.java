package de.mobilermarktplatz.tablet.core;

import de.mobilermarktplatz.contract.journal.StockItem;
import de.mobilermarktplatz.contract.tour.PriceEntry;
import de.mobilermarktplatz.contract.tour.TourOrderLine;
import de.mobilermarktplatz.contract.tour.Visit;
import de.mobilermarktplatz.kernel.id.CallId;
import de.mobilermarktplatz.kernel.id.ProductId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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

    /** Pieces or grams that orders still waiting for their customer need. */
    public long reserved(ProductId product) {
        return reserved().getOrDefault(product, 0L);
    }

    /** Orders that were neither handed over nor refused. */
    public long ordersWaiting() {
        return tour.snapshot().orders().stream()
                .filter(order -> !state.orders().containsKey(order.order()))
                .count();
    }

    /** Pieces or grams that waiting orders need, by article. */
    Map<ProductId, Long> reserved() {
        return tour.snapshot().orders().stream()
                .filter(order -> !state.orders().containsKey(order.order()))
                .flatMap(order -> order.lines().stream())
                .collect(
                        Collectors.toUnmodifiableMap(
                                TourOrderLine::product, TourOrderLine::amount, Math::addExact));
    }

    static StockItem item(PriceEntry article, long amount) {
        return new StockItem(article.product(), article.unit(), amount);
    }
}
