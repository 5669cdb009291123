package de.mobilermarktplatz.sync.domain;

import de.mobilermarktplatz.catalogue.Article;
import de.mobilermarktplatz.catalogue.OfferView;
import de.mobilermarktplatz.catalogue.Product;
import de.mobilermarktplatz.collection.Crate;
import de.mobilermarktplatz.contract.journal.StockItem;
import de.mobilermarktplatz.contract.tour.ColdClass;
import de.mobilermarktplatz.contract.tour.PriceEntry;
import de.mobilermarktplatz.contract.tour.TourCrate;
import de.mobilermarktplatz.contract.tour.TourSnapshot;
import de.mobilermarktplatz.contract.tour.Visit;
import de.mobilermarktplatz.contract.tour.VisitKind;
import de.mobilermarktplatz.contract.upload.Protocol;
import de.mobilermarktplatz.kernel.id.ProductId;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.kernel.quantity.Unit;
import de.mobilermarktplatz.kernel.vat.VatRates;
import de.mobilermarktplatz.ordering.Order;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.touring.Tour;
import de.mobilermarktplatz.touring.TourVisit;
import de.mobilermarktplatz.touring.VanStock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a snapshot is made of; putting it together is pure. */
public record SnapshotParts(
        Tour tour,
        List<Order> orders,
        List<VanStock> stock,
        VatRates rates,
        List<Product> products,
        List<OfferView> offers,
        List<Crate> crates) {

    private static final int LONGEST_TEXT = 60;

    public TourSnapshot snapshot(Region region, Instant now) {
        Map<ProductId, Product> articles =
                products.stream().collect(Collectors.toMap(Product::id, Function.identity()));
        Map<ProductId, Money> prices =
                offers.stream()
                        .collect(Collectors.toMap(offer -> offer.product().id(), OfferView::price));
        return new TourSnapshot(
                Protocol.CURRENT,
                tour.id(),
                tour.generation(),
                tour.day(),
                tour.van(),
                tour.vanName(),
                now.truncatedTo(ChronoUnit.MILLIS),
                1,
                header(region),
                tour.visits().stream().map(SnapshotParts::visit).toList(),
                orders.stream().flatMap(order -> OrderOnBoard.of(order).stream()).toList(),
                crates.stream().map(crate -> crate(crate, articles)).toList(),
                products.stream().map(product -> price(product, prices)).toList(),
                ReturnableEmpties.KINDS,
                stock.stream()
                        .map(item -> new StockItem(item.product(), item.unit(), item.amount()))
                        .toList(),
                rates.rows(),
                Map.of(),
                null);
    }

    static List<String> header(Region region) {
        String name = "Mobiler Marktplatz " + region.name();
        String demo = "DEMO: keine zertifizierte TSE";
        return region.sample()
                ? List.of(name, demo, "Beispieldaten: nichts wird wirklich verkauft")
                : List.of(name, demo);
    }

    static Visit visit(TourVisit visit) {
        return new Visit(
                visit.number(),
                VisitKind.valueOf(visit.kind().name()),
                visit.name(),
                visit.place(),
                visit.call(),
                visit.stop(),
                visit.producer(),
                visit.arrive(),
                visit.leave());
    }

    static TourCrate crate(Crate crate, Map<ProductId, Product> articles) {
        return new TourCrate(
                crate.id(),
                crate.code(),
                crate.producer(),
                ColdClass.valueOf(crate.coldClass().name()),
                null,
                crate.items().stream()
                        .map(
                                item ->
                                        new StockItem(
                                                item.product(),
                                                unit(articles, item.product()),
                                                item.quantity()))
                        .toList());
    }

    private static Unit unit(Map<ProductId, Product> articles, ProductId product) {
        Product known = articles.get(product);
        return known == null ? Unit.PIECE : known.article().unit();
    }

    static PriceEntry price(Product product, Map<ProductId, Money> prices) {
        Article article = product.article();
        Article.Deposit deposit = article.deposit();
        return new PriceEntry(
                product.id(),
                product.producer(),
                article.name().substring(0, Math.min(article.name().length(), LONGEST_TEXT)),
                article.gtin(),
                article.number(),
                article.unit(),
                prices.getOrDefault(product.id(), article.price()),
                article.vatKey(),
                deposit == null ? 0 : ReturnableEmpties.kindOf(deposit.amount()),
                deposit == null ? Money.ZERO : deposit.amount(),
                deposit == null ? article.vatKey() : deposit.vatKey(),
                article.ageLimit(),
                ColdClass.valueOf(article.coldClass().name()));
    }
}
