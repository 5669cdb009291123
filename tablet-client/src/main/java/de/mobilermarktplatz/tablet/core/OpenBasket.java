package de.mobilermarktplatz.tablet.core;

import de.mobilermarktplatz.contract.tour.DepositKind;
import de.mobilermarktplatz.contract.tour.PriceEntry;
import de.mobilermarktplatz.contract.tour.TourOrderLine;
import de.mobilermarktplatz.kernel.id.ProductId;
import de.mobilermarktplatz.kernel.quantity.Quantity;
import de.mobilermarktplatz.kernel.till.Basket;
import de.mobilermarktplatz.kernel.till.BasketLine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** From scans and order lines to a priced basket. */
final class OpenBasket {
    static final int MOST_SCANS = 200;

    private OpenBasket() {}

    /**
     * Equal articles in one line, in the order of their first scan; what was scanned back is gone.
     */
    static Basket priced(List<DraftLine> drafts, Tour tour) {
        Map<ProductId, Long> goods = new LinkedHashMap<>();
        Map<String, Long> empties = new LinkedHashMap<>();
        for (var draft : drafts) {
            switch (draft) {
                case DraftLine.Goods line ->
                        goods.merge(line.product(), line.amount(), Math::addExact);
                case DraftLine.BottlesBack line ->
                        empties.merge(line.kind(), line.amount(), Math::addExact);
            }
        }
        goods.values().removeIf(amount -> amount == 0);
        empties.values().removeIf(amount -> amount == 0);
        var lines = new ArrayList<BasketLine>();
        goods.forEach(
                (product, amount) ->
                        tour.price(product)
                                .map(article -> goods(article, amount))
                                .ifPresent(lines::add));
        empties.forEach(
                (kind, pieces) ->
                        tour.depositKind(kind)
                                .map(known -> empties(known, pieces))
                                .ifPresent(lines::add));
        return new Basket(lines);
    }

    private static BasketLine goods(PriceEntry article, long amount) {
        return BasketLine.goods(
                        article.product(),
                        article.text(),
                        new Quantity(article.unit(), amount),
                        article.price(),
                        article.vatKey())
                .withDeposit(article.depositEach(), article.depositVatKey());
    }

    private static BasketLine empties(DepositKind kind, long pieces) {
        return BasketLine.depositReturn(kind.text(), pieces, kind.amount(), kind.vatKey());
    }

    /** Lines of a pre-order at the prices frozen when it was placed. */
    static Basket ordered(List<TourOrderLine> lines, Tour tour) {
        return new Basket(lines.stream().map(line -> ordered(line, tour)).toList());
    }

    private static BasketLine ordered(TourOrderLine line, Tour tour) {
        var text = tour.price(line.product()).map(PriceEntry::text).orElse("Artikel");
        return BasketLine.goods(
                        line.product(),
                        text,
                        new Quantity(line.unit(), line.amount()),
                        line.unitPrice(),
                        line.vatKey())
                .withDeposit(line.depositEach(), line.depositVatKey())
                .settling(line.lineNo(), line.total());
    }

    /** Years that the strictest article asks for, 0 for none. */
    static int ageLimit(Basket basket, Tour tour) {
        return basket.lines().stream()
                .map(BasketLine::product)
                .filter(product -> product != null)
                .flatMap(product -> tour.price(product).stream())
                .mapToInt(PriceEntry::ageLimit)
                .max()
                .orElse(0);
    }
}
