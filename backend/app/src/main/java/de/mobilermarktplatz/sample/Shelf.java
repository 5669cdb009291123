package de.mobilermarktplatz.sample;

import de.mobilermarktplatz.contract.journal.CountedItem;
import de.mobilermarktplatz.contract.journal.Shrinkage;
import de.mobilermarktplatz.contract.journal.ShrinkageReason;
import de.mobilermarktplatz.contract.journal.StockCount;
import de.mobilermarktplatz.contract.journal.StockItem;
import de.mobilermarktplatz.contract.tour.ColdClass;
import de.mobilermarktplatz.contract.tour.DepositKind;
import de.mobilermarktplatz.contract.tour.PriceEntry;
import de.mobilermarktplatz.contract.tour.TourCrate;
import de.mobilermarktplatz.contract.tour.TourOrder;
import de.mobilermarktplatz.contract.tour.TourOrderLine;
import de.mobilermarktplatz.contract.tour.TourSnapshot;
import de.mobilermarktplatz.kernel.id.ProductId;
import de.mobilermarktplatz.kernel.quantity.Quantity;
import de.mobilermarktplatz.kernel.quantity.Unit;
import de.mobilermarktplatz.kernel.till.Basket;
import de.mobilermarktplatz.kernel.till.BasketLine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is aboard an invented tour, and what people want of it. */
final class Shelf {

    private static final int MOST_LINES = 4;
    private static final long STEP_GRAMS = 250;

    private final TourSnapshot tour;
    private final Map<ProductId, PriceEntry> prices;

    /** Everything aboard, orders included. */
    private final Map<ProductId, Long> aboard = new LinkedHashMap<>();

    /** What of it may be sold to anybody. */
    private final Map<ProductId, Long> free = new LinkedHashMap<>();

    Shelf(TourSnapshot tour) {
        this.tour = tour;
        prices =
                tour.prices().stream()
                        .collect(
                                Collectors.toMap(
                                        PriceEntry::product,
                                        Function.identity(),
                                        (one, other) -> one,
                                        LinkedHashMap::new));
        tour.vanStock().forEach(item -> free.put(item.product(), item.amount()));
    }

    /** Contents of several crates, each product once. */
    static Collection<StockItem> sums(List<TourCrate> crates) {
        Map<ProductId, StockItem> sums = new LinkedHashMap<>();
        crates.stream()
                .flatMap(crate -> crate.contents().stream())
                .forEach(
                        item ->
                                sums.merge(
                                        item.product(),
                                        item,
                                        (a, b) ->
                                                new StockItem(
                                                        a.product(),
                                                        a.unit(),
                                                        a.amount() + b.amount())));
        return sums.values();
    }

    void load(List<TourCrate> crates) {
        sums(crates).forEach(item -> aboard.merge(item.product(), item.amount(), Long::sum));
    }

    void handOver(TourOrder order) {
        order.lines().forEach(line -> aboard.merge(line.product(), -line.amount(), Long::sum));
    }

    /** The receipt's lines of an order that is paid at the van, at its frozen amounts. */
    Basket ordered(TourOrder order) {
        return new Basket(order.lines().stream().map(this::ordered).toList());
    }

    private BasketLine ordered(TourOrderLine line) {
        PriceEntry price = prices.get(line.product());
        BasketLine goods =
                BasketLine.goods(
                        line.product(),
                        price == null ? "" : price.text(),
                        new Quantity(line.unit(), line.amount()),
                        line.unitPrice(),
                        line.vatKey());
        BasketLine whole =
                line.depositEach().isZero()
                        ? goods
                        : goods.withDeposit(line.depositEach(), line.depositVatKey());
        return whole.settling(line.lineNo(), line.total());
    }

    /** A few things that somebody without an order takes; nothing that asks for an age. */
    Basket shopping(Random choice) {
        List<PriceEntry> there =
                prices.values().stream()
                        .filter(entry -> entry.ageLimit() == 0 && wanted(entry) <= left(entry))
                        .toList();
        Map<PriceEntry, Long> taken = new LinkedHashMap<>();
        for (int line = choice.nextInt(MOST_LINES); line >= 0 && !there.isEmpty(); line--) {
            PriceEntry entry = there.get(choice.nextInt(there.size()));
            var _ = taken.putIfAbsent(entry, wanted(entry));
        }
        taken.forEach(
                (entry, amount) -> {
                    var _ = free.merge(entry.product(), -amount, Long::sum);
                    var _ = aboard.merge(entry.product(), -amount, Long::sum);
                });
        return new Basket(
                taken.entrySet().stream()
                        .map(line -> goods(line.getKey(), line.getValue()))
                        .toList());
    }

    private long left(PriceEntry entry) {
        return Math.min(
                free.getOrDefault(entry.product(), 0L), aboard.getOrDefault(entry.product(), 0L));
    }

    private static long wanted(PriceEntry entry) {
        return entry.unit() == Unit.GRAM ? 2 * STEP_GRAMS : 1;
    }

    private static BasketLine goods(PriceEntry entry, long amount) {
        BasketLine goods =
                BasketLine.goods(
                        entry.product(),
                        entry.text(),
                        new Quantity(entry.unit(), amount),
                        entry.price(),
                        entry.vatKey());
        return entry.depositEach().isZero()
                ? goods
                : goods.withDeposit(entry.depositEach(), entry.depositVatKey());
    }

    Basket empties(Random choice) {
        List<DepositKind> kinds = tour.depositKinds();
        DepositKind kind = kinds.get(choice.nextInt(kinds.size()));
        return new Basket(
                List.of(
                        BasketLine.depositReturn(
                                kind.text(),
                                1 + choice.nextInt(MOST_LINES),
                                kind.amount(),
                                kind.vatKey())));
    }

    /** One piece of something fresh that nobody can sell any more. */
    Optional<Shrinkage> spoiled(Random choice) {
        List<PriceEntry> fresh =
                prices.values().stream()
                        .filter(entry -> entry.coldClass() == ColdClass.CHILLED)
                        .filter(entry -> entry.unit() == Unit.PIECE && left(entry) > 0)
                        .toList();
        if (fresh.isEmpty()) {
            return Optional.empty();
        }
        ProductId gone = fresh.get(choice.nextInt(fresh.size())).product();
        var _ = aboard.merge(gone, -1L, Long::sum);
        return Optional.of(
                new Shrinkage(
                        tour.tour(),
                        ShrinkageReason.SPOILED,
                        List.of(new StockItem(gone, Unit.PIECE, 1))));
    }

    /** What came home, counted as the books expect it. */
    StockCount count() {
        List<CountedItem> items = new ArrayList<>();
        aboard.forEach(
                (product, amount) -> {
                    PriceEntry entry = prices.get(product);
                    if (amount > 0 && entry != null) {
                        items.add(new CountedItem(product, entry.unit(), amount, amount));
                    }
                });
        return new StockCount(tour.tour(), items);
    }
}
