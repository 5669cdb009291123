package de.mobilermarktplatz.tablet;

import de.mobilermarktplatz.contract.crypto.Signer;
import de.mobilermarktplatz.contract.journal.StockItem;
import de.mobilermarktplatz.contract.pickup.AccountLimits;
import de.mobilermarktplatz.contract.pickup.AccountPermit;
import de.mobilermarktplatz.contract.pickup.PickupToken;
import de.mobilermarktplatz.contract.pickup.SignedAccountPermit;
import de.mobilermarktplatz.contract.pickup.SignedPickupToken;
import de.mobilermarktplatz.contract.tour.ColdClass;
import de.mobilermarktplatz.contract.tour.DepositKind;
import de.mobilermarktplatz.contract.tour.PriceEntry;
import de.mobilermarktplatz.contract.tour.TourCrate;
import de.mobilermarktplatz.contract.tour.TourOrder;
import de.mobilermarktplatz.contract.tour.TourOrderLine;
import de.mobilermarktplatz.contract.tour.TourSnapshot;
import de.mobilermarktplatz.contract.tour.Visit;
import de.mobilermarktplatz.contract.tour.VisitKind;
import de.mobilermarktplatz.kernel.code.Gtin;
import de.mobilermarktplatz.kernel.code.SpokenCode;
import de.mobilermarktplatz.kernel.id.CallId;
import de.mobilermarktplatz.kernel.id.CrateId;
import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.kernel.id.ProducerId;
import de.mobilermarktplatz.kernel.id.ProductId;
import de.mobilermarktplatz.kernel.id.StopId;
import de.mobilermarktplatz.kernel.id.TourId;
import de.mobilermarktplatz.kernel.id.VanId;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.kernel.quantity.Unit;
import de.mobilermarktplatz.kernel.vat.VatKey;
import de.mobilermarktplatz.kernel.vat.VatRates;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/**
 * One call, two orders, four articles: potatoes, juice with bottle deposit, cheese by weight, wine
 * from 16.
 */
public final class SampleTour {
    public static final ProductId POTATOES = new ProductId(new UUID(1, 1));
    public static final ProductId JUICE = new ProductId(new UUID(1, 2));
    public static final ProductId CHEESE = new ProductId(new UUID(1, 3));
    public static final ProductId WINE = new ProductId(new UUID(1, 4));
    public static final String JUICE_GTIN = "4006381333931";
    public static final CallId CALL = new CallId(new UUID(2, 1));
    public static final OrderId PAID = new OrderId(new UUID(3, 1));
    public static final OrderId DUE = new OrderId(new UUID(3, 2));
    public static final SpokenCode PAID_CODE = SpokenCode.random(new Random(1));
    public static final SpokenCode DUE_CODE = SpokenCode.random(new Random(2));

    /** Label of the crate for the orders. */
    public static final String CRATE = SpokenCode.random(new Random(3)).value();

    /** Label of the crate for free sale. */
    public static final String FREE_CRATE = SpokenCode.random(new Random(4)).value();

    private static final ProducerId FARM = new ProducerId(new UUID(4, 1));
    private static final Money BOTTLE = Money.cents(15);

    private SampleTour() {}

    public static TourSnapshot snapshot() {
        return new TourSnapshot(
                1,
                new TourId(new UUID(5, 1)),
                1,
                LocalDate.of(2026, 11, 23),
                new VanId(new UUID(6, 1)),
                "Wagen 1",
                Instant.now(),
                1,
                List.of("Marktwagen Musterkreis", "Beispielweg 1, 06400 Musterstadt"),
                List.of(
                        visit(1, VisitKind.DEPOT, "Depot"),
                        visit(2, VisitKind.CALL, "Musterdorf, Anger"),
                        visit(3, VisitKind.DEPOT, "Depot")),
                List.of(
                        new TourOrder(
                                PAID,
                                "1001",
                                CALL,
                                PAID_CODE,
                                "A. B.",
                                true,
                                Money.ZERO,
                                List.of(line(1, POTATOES, 2, 240), line(2, JUICE, 1, 280))),
                        new TourOrder(
                                DUE,
                                "1002",
                                CALL,
                                DUE_CODE,
                                "C. D.",
                                false,
                                Money.cents(535),
                                List.of(line(1, POTATOES, 2, 240), line(2, JUICE, 1, 280)))),
                List.of(
                        new TourCrate(
                                new CrateId(new UUID(7, 1)),
                                CRATE,
                                FARM,
                                ColdClass.AMBIENT,
                                CALL,
                                List.of(
                                        new StockItem(POTATOES, Unit.PIECE, 4),
                                        new StockItem(JUICE, Unit.PIECE, 2))),
                        new TourCrate(
                                new CrateId(new UUID(7, 2)),
                                FREE_CRATE,
                                FARM,
                                ColdClass.AMBIENT,
                                null,
                                List.of(new StockItem(POTATOES, Unit.PIECE, 5)))),
                List.of(
                        price(POTATOES, "Kartoffeln 2 kg", null, "11", 120, VatKey.REDUCED, false),
                        price(JUICE, "Apfelsaft 1 l", JUICE_GTIN, "12", 280, VatKey.GENERAL, true),
                        new PriceEntry(
                                CHEESE,
                                FARM,
                                "Bergkäse",
                                null,
                                "13",
                                Unit.GRAM,
                                Money.cents(2190),
                                VatKey.REDUCED,
                                0,
                                Money.ZERO,
                                VatKey.REDUCED,
                                0,
                                ColdClass.CHILLED),
                        new PriceEntry(
                                WINE,
                                FARM,
                                "Landwein",
                                null,
                                "14",
                                Unit.PIECE,
                                Money.cents(790),
                                VatKey.GENERAL,
                                0,
                                Money.ZERO,
                                VatKey.GENERAL,
                                16,
                                ColdClass.AMBIENT)),
                List.of(new DepositKind(1, "Mehrwegflasche", BOTTLE, VatKey.GENERAL)),
                List.of(
                        new StockItem(POTATOES, Unit.PIECE, 15),
                        new StockItem(JUICE, Unit.PIECE, 2000),
                        new StockItem(CHEESE, Unit.GRAM, 5000)),
                VatRates.german().rows(),
                Map.of(),
                null);
    }

    /** What the customer of the paid order shows. */
    public static String pickupCode(Signer serverKey, OrderId order, Instant expires) {
        var token = new PickupToken(1, order, LocalDate.of(2026, 11, 23), 1, expires, 1);
        return SignedPickupToken.issue(token, serverKey).text();
    }

    /** What a customer shows to buy on account. */
    public static String permit(
            Signer serverKey, OrderId order, Instant expires, AccountLimits limits) {
        var permit = new AccountPermit(1, order, LocalDate.of(2026, 11, 23), expires, limits);
        return SignedAccountPermit.issue(permit, serverKey).text();
    }

    private static Visit visit(int number, VisitKind kind, String name) {
        boolean call = kind == VisitKind.CALL;
        return new Visit(
                number,
                kind,
                name,
                null,
                call ? CALL : null,
                call ? new StopId(new UUID(8, 1)) : null,
                null,
                LocalTime.of(9, 0),
                LocalTime.of(9, 30));
    }

    private static TourOrderLine line(int number, ProductId product, long amount, long total) {
        boolean juice = product.equals(JUICE);
        var key = juice ? VatKey.GENERAL : VatKey.REDUCED;
        return new TourOrderLine(
                number,
                product,
                Unit.PIECE,
                amount,
                Money.cents(total / amount),
                Money.cents(total),
                key,
                juice ? BOTTLE : Money.ZERO,
                key);
    }

    private static PriceEntry price(
            ProductId product,
            String text,
            String gtin,
            String code,
            long cents,
            VatKey key,
            boolean bottle) {
        return new PriceEntry(
                product,
                FARM,
                text,
                gtin == null ? null : new Gtin(gtin),
                code,
                Unit.PIECE,
                Money.cents(cents),
                key,
                bottle ? 1 : 0,
                bottle ? BOTTLE : Money.ZERO,
                key,
                0,
                ColdClass.AMBIENT);
    }
}
