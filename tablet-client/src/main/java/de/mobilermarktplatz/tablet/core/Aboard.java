package de.mobilermarktplatz.tablet.core;

import de.mobilermarktplatz.contract.journal.StockItem;
import de.mobilermarktplatz.contract.tour.PriceEntry;
import de.mobilermarktplatz.contract.tour.TourOrder;
import de.mobilermarktplatz.contract.tour.Visit;
import de.mobilermarktplatz.kernel.id.CallId;
import de.mobilermarktplatz.kernel.id.ProductId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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

    Optional<Visit> standing() {
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
        return tour.snapshot().orders().stream()
                .filter(order -> !state.orders().containsKey(order.order()))
                .map(TourOrder::lines)
                .flatMap(List::stream)
                .filter(line -> line.product().equals(product))
                .mapToLong(line -> line.amount())
                .sum();
    }

    static StockItem item(PriceEntry article, long amount) {
        return new StockItem(article.product(), article.unit(), amount);
    }
}
