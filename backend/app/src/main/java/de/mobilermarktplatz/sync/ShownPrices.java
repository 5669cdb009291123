package de.mobilermarktplatz.sync;

import de.mobilermarktplatz.contract.tour.TourSnapshot;
import de.mobilermarktplatz.kernel.id.ProductId;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.sync.domain.CaseWrite.OpenCase;
import de.mobilermarktplatz.sync.domain.ShownPrice;
import de.mobilermarktplatz.sync.store.CaseStore;
import de.mobilermarktplatz.sync.store.ShownPriceStore;
import de.mobilermarktplatz.sync.store.ShownPriceStore.Price;
import de.mobilermarktplatz.sync.store.ShownPriceStore.Sold;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The price that a customer was shown holds, also a day after it was replaced, because a van cannot
 * know. What was sold at any other is booked, and the office is asked to look.
 */
@Service
public class ShownPrices {

    /** Vans that were away longer are looked at by a human anyway. */
    private static final int DAYS = 30;

    private final ShownPriceStore store;
    private final CaseStore cases;
    private final TransactionalOperator tx;
    private final InstantSource clock;

    ShownPrices(
            ShownPriceStore store, CaseStore cases, TransactionalOperator tx, InstantSource clock) {
        this.store = store;
        this.cases = cases;
        this.tx = tx;
        this.clock = clock;
    }

    /** A tablet is told these prices now. */
    Mono<TourSnapshot> noted(Region region, TourSnapshot told) {
        List<Price> prices =
                told.prices().stream()
                        .map(entry -> new Price(entry.product(), entry.price()))
                        .toList();
        return tx.transactional(store.note(region, told.day(), prices, clock.instant()))
                .thenReturn(told);
    }

    /** Looks at all recent days; a price of a tour is asked about once. */
    public Mono<Void> check(Region region) {
        LocalDate from = clock.instant().atZone(region.zone()).toLocalDate().minusDays(DAYS);
        return store.recentDays(region, from)
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .concatMap(day -> check(region, day))
                .then();
    }

    private Mono<Void> check(Region region, LocalDate day) {
        return store.ofDay(region, day)
                .flatMapMany(
                        shown ->
                                store.sold(region, day)
                                        .filter(sold -> !holds(sold, shown))
                                        .collectList()
                                        .flatMapMany(Flux::fromIterable))
                .concatMap(sold -> cases.open(region, flagged(sold)))
                .then();
    }

    private static boolean holds(Sold sold, Map<ProductId, List<ShownPrice>> shown) {
        return ShownPrice.holds(
                sold.price(), sold.last(), shown.getOrDefault(sold.product(), List.of()));
    }

    private OpenCase flagged(Sold sold) {
        return OpenCase.about(
                "PRICE_NOT_SHOWN",
                sold.journal(),
                0,
                null,
                sold.tour() + "/" + sold.product() + "/" + sold.price(),
                "Auf dieser Tour wurde ein Artikel zu einem Preis verkauft, der für diesen Markttag nicht galt oder seit mehr als einem Tag ersetzt war: "
                        + sold.price()
                        + " €.",
                clock.instant());
    }
}
