package de.mobilermarktplatz.tablet.core;

import de.mobilermarktplatz.contract.journal.CountedItem;
import de.mobilermarktplatz.contract.journal.Load;
import de.mobilermarktplatz.contract.journal.Shrinkage;
import de.mobilermarktplatz.contract.journal.StockCount;
import de.mobilermarktplatz.contract.journal.StockItem;
import de.mobilermarktplatz.contract.tour.PriceEntry;
import de.mobilermarktplatz.contract.tour.TourCrate;
import de.mobilermarktplatz.contract.tour.TourSnapshot;
import de.mobilermarktplatz.kernel.id.ProductId;
import de.mobilermarktplatz.kernel.quantity.Unit;
import de.mobilermarktplatz.tablet.core.Decision.Refused;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Goods that come aboard, go bad or go home. */
final class Goods {
    private Goods() {}

    static Decision load(Aboard aboard, String code) {
        return code.equalsIgnoreCase("all") ? loadAll(aboard) : loadCrate(aboard, code);
    }

    private static Decision loadCrate(Aboard aboard, String code) {
        var found = aboard.tour().crate(code);
        if (found.isEmpty()) {
            return new Refused("Die Kiste " + code + " gehört nicht zu dieser Tour.");
        }
        var crate = found.get();
        if (aboard.state().crates().contains(crate.crate())) {
            return new Refused("Die Kiste " + code + " ist schon an Bord.");
        }
        return loading(aboard, List.of(crate), List.of());
    }

    private static Decision loadAll(Aboard aboard) {
        var missing =
                aboard.tour().snapshot().crates().stream()
                        .filter(crate -> !aboard.state().crates().contains(crate.crate()))
                        .toList();
        var items = looseToLoad(aboard);
        if (missing.isEmpty() && items.isEmpty()) {
            return new Refused("Es ist schon alles an Bord.");
        }
        return loading(aboard, missing, items);
    }

    static Decision loadLoose(Aboard aboard) {
        var items = looseToLoad(aboard);
        return items.isEmpty()
                ? new Refused("Es ist keine lose Ware mehr zu laden.")
                : loading(aboard, List.of(), items);
    }

    /** Empty once it was loaded. */
    static List<StockItem> looseToLoad(Aboard aboard) {
        return aboard.state().count(Counter.LOOSE_LOADED) == 0
                ? loose(aboard.tour().snapshot())
                : List.of();
    }

    /** What the tour should have aboard, pre-orders and free stock, and no crate holds. */
    private static List<StockItem> loose(TourSnapshot tour) {
        Map<ProductId, StockItem> sums = new LinkedHashMap<>();
        tour.vanStock().forEach(item -> add(sums, item.product(), item.unit(), item.amount()));
        tour.orders().stream()
                .flatMap(order -> order.lines().stream())
                .forEach(line -> add(sums, line.product(), line.unit(), line.amount()));
        tour.crates().stream()
                .flatMap(crate -> crate.contents().stream())
                .forEach(item -> add(sums, item.product(), item.unit(), -item.amount()));
        return sums.values().stream().filter(item -> item.amount() > 0).toList();
    }

    private static void add(
            Map<ProductId, StockItem> sums, ProductId product, Unit unit, long amount) {
        sums.merge(
                product,
                new StockItem(product, unit, amount),
                (a, b) -> new StockItem(product, unit, Math.addExact(a.amount(), b.amount())));
    }

    private static Decision loading(Aboard aboard, List<TourCrate> crates, List<StockItem> loose) {
        var load =
                new Load(
                        aboard.tour().snapshot().tour(),
                        crates.stream().map(TourCrate::crate).toList(),
                        loose);
        return Decision.accept(
                load,
                Map.of(
                        "crates",
                        crates.size(),
                        "cratesAboard",
                        aboard.state().crates().size() + crates.size(),
                        "cratesOfTour",
                        aboard.tour().snapshot().crates().size(),
                        "looseProducts",
                        loose.size()));
    }

    static Decision shrink(Aboard aboard, Command.Shrink command) {
        var article = aboard.tour().article(command.scanned());
        if (article.isEmpty()) {
            return new Refused(Selling.unknownArticle(command.scanned()));
        }
        if (command.amount() <= 0) {
            return new Refused("Die Menge muss größer als null sein.");
        }
        var gone =
                new Shrinkage(
                        aboard.tour().snapshot().tour(),
                        command.reason(),
                        List.of(Aboard.item(article.get(), command.amount())));
        return Decision.accept(
                gone,
                Map.of(
                        "aboard",
                        aboard.state().aboard(article.get().product()) - command.amount()));
    }

    static Decision unload(Aboard aboard, Map<String, Long> counted) {
        var found = new LinkedHashMap<ProductId, Long>();
        for (var named : counted.entrySet()) {
            var article = aboard.tour().article(named.getKey());
            if (article.isEmpty()) {
                return new Refused(Selling.unknownArticle(named.getKey()));
            }
            found.put(article.get().product(), named.getValue());
        }
        var products = new TreeSet<>(Comparator.comparing(ProductId::toString));
        products.addAll(aboard.state().stock().keySet());
        products.addAll(found.keySet());
        var items = new ArrayList<CountedItem>();
        long differing = 0;
        for (var product : products) {
            long expected = aboard.state().aboard(product);
            long there = found.getOrDefault(product, Math.max(0, expected));
            if (expected != 0 || there != 0) {
                var unit = aboard.tour().price(product).map(PriceEntry::unit).orElse(Unit.PIECE);
                items.add(new CountedItem(product, unit, expected, there));
                differing += expected == there ? 0 : 1;
            }
        }
        return Decision.accept(
                new StockCount(aboard.tour().snapshot().tour(), items),
                Map.of("products", items.size(), "differences", differing));
    }
}
