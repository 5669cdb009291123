package de.mobilermarktplatz.touring.domain;

import de.mobilermarktplatz.catalogue.Article;
import de.mobilermarktplatz.catalogue.OfferView;
import de.mobilermarktplatz.kernel.id.CallId;
import de.mobilermarktplatz.kernel.id.ProducerId;
import de.mobilermarktplatz.kernel.id.TourId;
import de.mobilermarktplatz.kernel.money.Allocation;
import de.mobilermarktplatz.kernel.quantity.ColdClass;
import de.mobilermarktplatz.kernel.quantity.Unit;
import de.mobilermarktplatz.touring.Tour;
import de.mobilermarktplatz.touring.TourVisit;
import de.mobilermarktplatz.touring.Van;
import de.mobilermarktplatz.touring.VanStock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Shares goods for free sale out to the tours that fetch at their producer, by the number of calls
 * (largest remainder). What no tour fetches, or what has no room beside the orders, stays at the
 * producer.
 */
public final class StockShares {

    private static final long KILOGRAM = 1000;

    private final Map<TourId, Map<ColdClass, Long>> room = new HashMap<>();
    private final Map<TourId, List<VanStock>> shares = new LinkedHashMap<>();
    private final List<Tour> tours;

    private StockShares(List<Tour> tours, DayDemand demand) {
        this.tours = tours;
        for (Tour tour : tours) {
            room.put(tour.id(), roomBeside(tour, demand));
            shares.put(tour.id(), new ArrayList<>());
        }
    }

    /** Every tour is in the answer, perhaps with nothing. */
    public static Map<TourId, List<VanStock>> of(
            List<Tour> tours, DayDemand demand, List<OfferView> offers) {
        StockShares all = new StockShares(tours, demand);
        offers.stream().filter(offer -> offer.vanQuantity() > 0).forEach(all::share);
        return all.shares;
    }

    private void share(OfferView offer) {
        List<Tour> visiting =
                tours.stream()
                        .filter(
                                tour ->
                                        tour.calls() > 0
                                                && fetchesAt(tour, offer.product().producer()))
                        .toList();
        if (visiting.isEmpty()) {
            return;
        }
        List<Long> parts =
                Allocation.largestRemainder(
                        offer.vanQuantity(), visiting.stream().mapToLong(Tour::calls).toArray());
        for (int i = 0; i < parts.size(); i++) {
            give(visiting.get(i).id(), offer, parts.get(i));
        }
    }

    private void give(TourId tour, OfferView offer, long part) {
        Article article = offer.product().article();
        Map<ColdClass, Long> left = Objects.requireNonNull(room.get(tour));
        long free = left.getOrDefault(article.coldClass(), 0L);
        long amount = Math.min(part, fitting(article, free));
        if (amount <= 0) {
            return;
        }
        left.put(
                article.coldClass(),
                free - Need.measure(article, article.volumeMillilitres(), amount));
        Objects.requireNonNull(shares.get(tour))
                .add(new VanStock(offer.product().id(), article.unit(), amount));
    }

    private static long fitting(Article article, long millilitres) {
        long scale = article.unit() == Unit.PIECE ? 1 : KILOGRAM;
        return Math.multiplyExact(millilitres, scale) / article.volumeMillilitres();
    }

    /** What is left when everything ordered for the tour is aboard at once. */
    private static Map<ColdClass, Long> roomBeside(Tour tour, DayDemand demand) {
        Map<ColdClass, Long> left = new EnumMap<>(ColdClass.class);
        demand.vans().stream()
                .filter(van -> van.id().equals(tour.van()))
                .map(Van::compartments)
                .forEach(
                        compartments ->
                                compartments.forEach(
                                        (cold, size) -> left.put(cold, size.millilitres())));
        Set<CallId> own =
                tour.visits().stream()
                        .filter(visit -> visit.kind() == TourVisit.Kind.CALL)
                        .map(TourVisit::call)
                        .collect(Collectors.toCollection(HashSet::new));
        demand.calls().stream()
                .filter(call -> own.contains(call.call().id()))
                .flatMap(call -> call.needs().stream())
                .forEach(
                        need ->
                                left.computeIfPresent(
                                        need.coldClass(),
                                        (cold, size) -> Math.max(0, size - need.millilitres())));
        return left;
    }

    private static boolean fetchesAt(Tour tour, ProducerId producer) {
        return tour.visits().stream().anyMatch(visit -> producer.equals(visit.producer()));
    }
}
