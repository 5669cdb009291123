package de.mobilermarktplatz.tablet.core;

import static java.util.stream.Collectors.toUnmodifiableMap;

import de.mobilermarktplatz.contract.tour.DepositKind;
import de.mobilermarktplatz.contract.tour.PriceEntry;
import de.mobilermarktplatz.contract.tour.TourCrate;
import de.mobilermarktplatz.contract.tour.TourOrder;
import de.mobilermarktplatz.contract.tour.TourRequest;
import de.mobilermarktplatz.contract.tour.TourSnapshot;
import de.mobilermarktplatz.contract.tour.Visit;
import de.mobilermarktplatz.kernel.code.Gtin;
import de.mobilermarktplatz.kernel.code.SpokenCode;
import de.mobilermarktplatz.kernel.id.CrateId;
import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.kernel.id.ProductId;
import de.mobilermarktplatz.kernel.vat.VatRates;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The tour that was taken along, with ways to find things in it. */
public final class Tour {
    private final TourSnapshot snapshot;
    private final VatRates rates;
    private final Map<ProductId, PriceEntry> prices;
    private final Map<OrderId, TourOrder> orders;
    private final Map<CrateId, TourCrate> crates;

    private Tour(TourSnapshot snapshot) {
        this.snapshot = snapshot;
        this.rates = new VatRates(snapshot.vatRates());
        this.prices =
                snapshot.prices().stream()
                        .collect(toUnmodifiableMap(PriceEntry::product, Function.identity()));
        this.orders =
                snapshot.orders().stream()
                        .collect(toUnmodifiableMap(TourOrder::order, Function.identity()));
        this.crates =
                snapshot.crates().stream()
                        .collect(toUnmodifiableMap(TourCrate::crate, Function.identity()));
    }

    public static Tour of(TourSnapshot snapshot) {
        return new Tour(snapshot);
    }

    public TourSnapshot snapshot() {
        return snapshot;
    }

    public VatRates rates() {
        return rates;
    }

    public Optional<PriceEntry> price(ProductId product) {
        return Optional.ofNullable(prices.get(product));
    }

    public Optional<TourOrder> order(OrderId order) {
        return Optional.ofNullable(orders.get(order));
    }

    public Optional<TourCrate> crate(CrateId crate) {
        return Optional.ofNullable(crates.get(crate));
    }

    /** What the office asked for; answered ones stay until the feed takes them away. */
    List<TourRequest> requests() {
        return snapshot.requests() == null ? List.of() : snapshot.requests();
    }

    Optional<TourCrate> crate(String code) {
        return snapshot.crates().stream()
                .filter(crate -> crate.code().equalsIgnoreCase(code))
                .findFirst();
    }

    /** Whether this is the label of a crate of the tour. */
    public boolean isCrate(String code) {
        return crate(code).isPresent();
    }

    Optional<TourOrder> order(SpokenCode code) {
        return snapshot.orders().stream()
                .filter(order -> order.spokenCode().equals(code))
                .findFirst();
    }

    Optional<Visit> visit(long number) {
        return snapshot.visits().stream().filter(visit -> visit.number() == number).findFirst();
    }

    /** By number of the visit or by the id of its call. */
    Optional<Visit> visit(String numberOrCall) {
        return snapshot.visits().stream()
                .filter(
                        visit ->
                                Integer.toString(visit.number()).equals(numberOrCall)
                                        || visit.call() != null
                                                && visit.call().toString().equals(numberOrCall))
                .findFirst();
    }

    /**
     * By scanned GTIN (its shorter and longer forms are the same article), own short code or
     * product id.
     */
    public Optional<PriceEntry> article(String scanned) {
        var gtin = Gtin.find(scanned).map(Gtin::asGtin14);
        return snapshot.prices().stream()
                .filter(
                        entry ->
                                entry.gtin() != null
                                                && gtin.equals(Optional.of(entry.gtin().asGtin14()))
                                        || scanned.equals(entry.code())
                                        || scanned.equals(entry.product().toString()))
                .findFirst();
    }

    /** By number or by the text of its key. */
    Optional<DepositKind> depositKind(String numberOrText) {
        return snapshot.depositKinds().stream()
                .filter(
                        kind ->
                                Integer.toString(kind.number()).equals(numberOrText)
                                        || kind.text().equalsIgnoreCase(numberOrText))
                .findFirst();
    }
}
