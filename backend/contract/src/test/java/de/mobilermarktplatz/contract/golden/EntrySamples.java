package de.mobilermarktplatz.contract.golden;

import static de.mobilermarktplatz.contract.golden.Ids.id;

import de.mobilermarktplatz.contract.journal.*;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.id.*;
import de.mobilermarktplatz.kernel.id.JournalId;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.kernel.quantity.Quantity;
import de.mobilermarktplatz.kernel.quantity.Unit;
import de.mobilermarktplatz.kernel.till.Basket;
import de.mobilermarktplatz.kernel.till.BasketLine;
import de.mobilermarktplatz.kernel.till.Receipt;
import de.mobilermarktplatz.kernel.till.Tender;
import de.mobilermarktplatz.kernel.till.TenderKind;
import de.mobilermarktplatz.kernel.vat.VatKey;
import de.mobilermarktplatz.kernel.vat.VatRates;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** One entry of each type, as the first version wrote it. */
final class EntrySamples {

    static final TourId TOUR = id(TourId::new, 1);
    static final CallId CALL = id(CallId::new, 2);
    static final OrderId ORDER = id(OrderId::new, 3);
    static final ProductId HONEY = id(ProductId::new, 4);
    static final ProductId CHEESE = id(ProductId::new, 5);
    static final CrateId CRATE = id(CrateId::new, 6);
    private static final LocalDate DAY = LocalDate.of(2026, 5, 4);
    private static final Instant WALL = Instant.parse("2026-05-04T08:15:30.250Z");
    private static final TseSignature TSE =
            new TseSignature(18, 112, 1_777_882_500, 1_777_882_530, Bytes.ofHex("ab".repeat(64)));
    private static final StockItem JARS = new StockItem(HONEY, Unit.PIECE, 12);

    private EntrySamples() {}

    static List<JournalEntry> all() {
        List<EntryBody> bodies = bodies();
        return IntStream.range(0, bodies.size())
                .mapToObj(i -> entry(i + 1, bodies.get(i)))
                .toList();
    }

    private static JournalEntry entry(long seq, EntryBody body) {
        OpId op = id(OpId::new, 1_000 + seq);
        return JournalEntry.of(
                seq, op, 2, WALL.plusMillis(seq), 734_250 + seq, id(BootId::new, 900), 1, body);
    }

    private static List<EntryBody> bodies() {
        return List.of(
                new ClockAnchor(Instant.parse("2026-05-04T06:58:00.125Z"), 180),
                new DeviceEvent(DeviceEventKind.DRIVER_ON, 0, id(PersonId::new, 7)),
                new Load(TOUR, List.of(CRATE, id(CrateId::new, 8)), List.of(JARS)),
                goodsIn(),
                new StopArrive(TOUR, 3, CALL),
                sale(),
                orderSale(),
                handover(),
                new Refused(
                        ORDER,
                        CALL,
                        TOUR,
                        RefusalReason.DAMAGED,
                        List.of(new DeliveredLine(2, Unit.PIECE, 1))),
                new Abort(TOUR, CALL, AbortReason.CRASH, sale().lines(), 61_000, null),
                voidReceipt(),
                depositReturn(),
                payment(),
                new AgeCheck(16, AgeCheckResult.OLD_ENOUGH, ORDER),
                verdict(),
                new Temperature(TOUR, 2, -185),
                new Shrinkage(
                        TOUR, ShrinkageReason.BROKEN, List.of(new StockItem(HONEY, Unit.PIECE, 1))),
                new StopLeave(TOUR, 3, CALL),
                new StockCount(TOUR, List.of(new CountedItem(CHEESE, Unit.GRAM, 2_400, 2_380))),
                new TseOutage(OutagePhase.BEGAN, OutageReason.UNREACHABLE),
                new CashMovement(19, CashMovementKind.TRANSIT, Money.cents(-20_000), null),
                CashCount.of(
                        CountKind.CLOSING,
                        List.of(new Denomination(2_000, 4), new Denomination(5, 13))),
                closing(),
                new KeyRoll(Bytes.ofHex("11".repeat(32)), Bytes.ofHex("22".repeat(64))),
                new JournalOpened(id(JournalId::new, 23), 41, Bytes.ofHex("33".repeat(32))));
    }

    private static RequestVerdict verdict() {
        return new RequestVerdict(
                id(FactId::new, 9),
                Verdict.DONE,
                ORDER,
                List.of(new DeliveredLine(1, Unit.PIECE, 3)),
                List.of(new StockItem(HONEY, Unit.PIECE, 2)));
    }

    private static Basket basket() {
        return Basket.EMPTY
                .plus(
                        BasketLine.goods(
                                        HONEY,
                                        "Honig",
                                        Quantity.pieces(2),
                                        Money.cents(650),
                                        VatKey.REDUCED)
                                .withDeposit(Money.cents(15), VatKey.GENERAL))
                .plus(
                        BasketLine.goods(
                                CHEESE,
                                "Käse",
                                Quantity.grams(253),
                                Money.cents(1_990),
                                VatKey.FARM))
                .plus(BasketLine.depositReturn("Dose", 3, Money.cents(25), VatKey.GENERAL));
    }

    private static Receipt receipt() {
        return Receipt.cash(basket(), VatRates.german(), DAY, Money.euros(20, 0));
    }

    private static Sale sale() {
        return Sale.of(17, TOUR, CALL, null, receipt(), 42_000, TSE);
    }

    private static Sale orderSale() {
        BasketLine line =
                BasketLine.goods(
                                CHEESE,
                                "Käse",
                                Quantity.grams(253),
                                Money.cents(1_990),
                                VatKey.REDUCED)
                        .settling(1, Money.euros(5, 0));
        Receipt paid =
                Receipt.cashless(
                        new Basket(List.of(line)), VatRates.german(), DAY, TenderKind.CARD);
        return Sale.of(18, TOUR, CALL, ORDER, paid, 8_000, null);
    }

    private static Handover handover() {
        return new Handover(
                ORDER,
                CALL,
                TOUR,
                HandoverProof.QR,
                List.of(new DeliveredLine(1, Unit.GRAM, 253), new DeliveredLine(2, Unit.PIECE, 0)),
                Money.euros(5, 0),
                id(OpId::new, 1_007));
    }

    private static VoidReceipt voidReceipt() {
        Sale sale = sale();
        return new VoidReceipt(
                19,
                id(OpId::new, 1_006),
                17,
                VoidReason.MISTAKE,
                TOUR,
                CALL,
                sale.lines().stream().map(SaleLine::reversed).toList(),
                sale.taxes().stream().map(TaxTotal::reversed).toList(),
                sale.payments().stream().map(Tender::reversed).toList(),
                null);
    }

    private static DepositReturn depositReturn() {
        Basket empties =
                Basket.EMPTY.plus(
                        BasketLine.depositReturn("Kasten", 2, Money.cents(310), VatKey.GENERAL));
        return DepositReturn.of(
                20,
                TOUR,
                null,
                Receipt.cash(empties, VatRates.german(), DAY, Money.ZERO),
                4_000,
                null);
    }

    private static PaymentFact payment() {
        return new PaymentFact(
                id(PaymentId::new, 10),
                TenderKind.CARD,
                PaymentState.CAPTURED,
                Money.euros(5, 0),
                ORDER,
                id(OpId::new, 1_007),
                "pi_3Q000000000000000000000000");
    }

    private static GoodsIn goodsIn() {
        GoodsInLine line =
                new GoodsInLine(
                        CHEESE, Unit.GRAM, 2_500, 2_400, "L24-17", LocalDate.of(2026, 6, 1));
        return new GoodsIn(
                TOUR,
                id(ProducerId::new, 11),
                id(RequestId::new, 12),
                List.of(CRATE),
                List.of(line),
                65);
    }

    private static Closing closing() {
        return new Closing(
                5,
                DAY,
                TOUR,
                Money.cents(8_065),
                Money.cents(8_060),
                Money.cents(-5),
                List.of(new TaxTotal(VatKey.GENERAL, Money.cents(-690), Money.cents(-110))),
                List.of(Tender.cash(Money.cents(-690)), Tender.card(Money.cents(500))),
                17,
                20,
                4,
                1,
                22,
                Bytes.ofHex("5a".repeat(32)));
    }
}
