package de.mobilermarktplatz.tablet.machine.feed;

import de.mobilermarktplatz.contract.feed.Streams;
import de.mobilermarktplatz.contract.feed.TourItems;
import de.mobilermarktplatz.contract.tour.PriceEntry;
import de.mobilermarktplatz.contract.tour.TourOrder;
import de.mobilermarktplatz.contract.tour.TourSnapshot;
import de.mobilermarktplatz.kernel.id.ProductId;
import de.mobilermarktplatz.tablet.core.DraftLine;
import de.mobilermarktplatz.tablet.core.TabletState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tour as the driver sees it: the server's items, with what this tablet did itself laid over
 * them. What the own journal speaks of never vanishes from view, whatever the server says.
 */
public final class TourView {

    /** How long a price that was shown holds for the basket it was shown in (sync.md 2.5). */
    private static final Duration GRACE = Duration.ofHours(24);

    private TourView() {}

    /** Streams that a tablet with this tour follows. */
    public static Set<String> streams(@Nullable TourSnapshot tour, String device) {
        return tour == null
                ? Set.of(Streams.CFG, device)
                : Set.of(
                        Streams.CFG,
                        device,
                        Streams.tour(tour.tour()),
                        Streams.catalogue(tour.day()));
    }

    /**
     * Empty when the items are not (yet) those of the tour aboard.
     *
     * @param before the tour as it was seen so far
     * @param open how long ago the open basket's first line was scanned, null without one
     */
    public static Optional<TourSnapshot> of(
            FeedMemory feed, TourSnapshot before, TabletState state, @Nullable Duration open) {
        var tour = feed.streams().get(Streams.tour(before.tour()));
        var day = feed.streams().get(Streams.catalogue(before.day()));
        var config = feed.streams().get(Streams.CFG);
        if (tour == null || day == null || config == null) {
            return Optional.empty();
        }
        var items = new TourItems(tour.items(), day.items(), config.items());
        if (!items.isComplete() || !items.header().tour().equals(before.tour())) {
            return Optional.empty();
        }
        var heads = new HashMap<String, Long>();
        feed.streams().forEach((stream, has) -> heads.put(stream, has.seq()));
        var orders = orders(items, before, state);
        var seen = items.snapshot(orders, before.serverTime(), heads);
        boolean graced = open != null && open.compareTo(GRACE) < 0;
        return Optional.of(with(seen, before, prices(seen, items, before, state, graced)));
    }

    /** Orders of the server, and those that only the own journal remembers. */
    private static List<TourOrder> orders(TourItems items, TourSnapshot before, TabletState state) {
        var orders = new ArrayList<>(items.orders(state.orders()::containsKey));
        var there = new HashSet<>();
        orders.forEach(order -> there.add(order.order()));
        before.orders().stream()
                .filter(order -> state.orders().containsKey(order.order()))
                .filter(order -> !there.contains(order.order()))
                .forEach(orders::add);
        return List.copyOf(orders);
    }

    private static List<PriceEntry> prices(
            TourSnapshot seen,
            TourItems items,
            TourSnapshot before,
            TabletState state,
            boolean graced) {
        var prices = new LinkedHashMap<ProductId, PriceEntry>();
        seen.prices().forEach(price -> prices.put(price.product(), price));
        var inBasket = basket(state);
        for (var price : before.prices()) {
            var product = price.product();
            boolean held = graced && inBasket.contains(product);
            if (held) {
                prices.put(product, price);
            } else if (!prices.containsKey(product)
                    && (state.aboard(product) != 0 || inBasket.contains(product))) {
                // Goods aboard are always sold, also those that the day no longer offers.
                prices.put(product, items.price(product).orElse(price));
            }
        }
        return List.copyOf(prices.values());
    }

    private static Set<ProductId> basket(TabletState state) {
        var products = new HashSet<ProductId>();
        for (var line : state.basket()) {
            if (line instanceof DraftLine.Goods goods) {
                products.add(goods.product());
            }
        }
        return products;
    }

    /** The lease stays the one the driver took: a new generation comes with taking the tour. */
    private static TourSnapshot with(
            TourSnapshot seen, TourSnapshot before, List<PriceEntry> prices) {
        return new TourSnapshot(
                seen.proto(),
                seen.tour(),
                before.generation(),
                seen.day(),
                seen.van(),
                seen.vanName(),
                seen.serverTime(),
                seen.catalogueVersion(),
                seen.receiptHeader(),
                seen.visits(),
                seen.orders(),
                seen.crates(),
                prices,
                seen.depositKinds(),
                seen.vanStock(),
                seen.vatRates(),
                seen.heads(),
                seen.requests());
    }
}
