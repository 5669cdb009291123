package de.mobilermarktplatz.simulation.people;

import de.mobilermarktplatz.contract.journal.StockItem;
import de.mobilermarktplatz.contract.tour.ColdClass;
import de.mobilermarktplatz.contract.tour.DepositKind;
import de.mobilermarktplatz.contract.tour.PriceEntry;
import de.mobilermarktplatz.contract.tour.TourCrate;
import de.mobilermarktplatz.contract.tour.TourOrder;
import de.mobilermarktplatz.contract.tour.TourOrderLine;
import de.mobilermarktplatz.contract.tour.TourSnapshot;
import de.mobilermarktplatz.contract.tour.Visit;
import de.mobilermarktplatz.contract.tour.VisitKind;
import de.mobilermarktplatz.kernel.bytes.Bytes;
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
import de.mobilermarktplatz.ordering.LineState;
import de.mobilermarktplatz.simulation.db.Tables;
import de.mobilermarktplatz.simulation.world.World;
import de.mobilermarktplatz.sync.domain.CrateGoods;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** What is sold, ordered and packed in the simulated county; the same in every seed. */
public final class Goods {
    public static final int ORDERS = 5;
    public static final List<String> CODES = List.of("11", "12", "13", "14");
    public static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final ProducerId FARM = new ProducerId(new UUID(4, 1));
    private static final Money BOTTLE = Money.cents(15);
    private static final Map<String, Bytes> SNAPSHOTS = new ConcurrentHashMap<>();

    private Goods() {}

    public static ProductId product(int number) {
        return new ProductId(new UUID(1, number));
    }

    public static TourId tour(int number) {
        return new TourId(new UUID(5, number));
    }

    public static CallId call(int tour) {
        return new CallId(new UUID(2, tour));
    }

    public static OrderId order(int tour, int number) {
        return new OrderId(new UUID(3, 100L * tour + number));
    }

    public static boolean paidOnline(int number) {
        return number % 2 == 0;
    }

    public static SpokenCode spoken(int tour, int number) {
        return SpokenCode.random(new Random(1000L * tour + number));
    }

    public static String crateCode(int tour, int number) {
        return SpokenCode.random(new Random(77_000L + 100L * tour + number)).value();
    }

    /** As the server sends it. */
    public static Bytes snapshot(int tour, long generation) {
        return SNAPSHOTS.computeIfAbsent(
                tour + "/" + generation, _ -> Bytes.of(made(tour, generation).encode()));
    }

    public static void seed(Tables tables, int tour) {
        tables.tours.put(tour(tour), new Tables.Tour(DAY, List.of(call(tour))));
        for (int i = 1; i <= ORDERS; i++) {
            var order = new Tables.Order(call(tour));
            for (var line : lines(i)) {
                order.products.put(line.lineNo(), line.product());
                order.lines.put(line.lineNo(), LineState.PACKED);
                order.amounts.put(line.lineNo(), line.amount());
            }
            tables.orders.put(order(tour, i), order);
            tables.crates.put(crate(tour, i), inCrate(crate(tour, i)));
        }
        tables.streams.put(DownItems.first(tour));
    }

    /** The product that stands in a line of any order. */
    public static ProductId inLine(int lineNo) {
        return product(lineNo);
    }

    /** What was packed into a crate. */
    public static List<CrateGoods.Item> inCrate(CrateId crate) {
        long id = crate.value().getLeastSignificantBits();
        int tour = (int) (id / 100);
        int number = (int) (id % 100);
        return lines(number).stream()
                .map(
                        line ->
                                new CrateGoods.Item(
                                        order(tour, number), line.product(), line.amount()))
                .toList();
    }

    private static CrateId crate(int tour, int number) {
        return new CrateId(new UUID(7, 100L * tour + number));
    }

    private static TourSnapshot made(int tour, long generation) {
        var orders = new ArrayList<TourOrder>();
        var crates = new ArrayList<TourCrate>();
        for (int i = 1; i <= ORDERS; i++) {
            orders.add(order(tour, i, lines(i)));
            crates.add(
                    new TourCrate(
                            crate(tour, i),
                            crateCode(tour, i),
                            FARM,
                            ColdClass.AMBIENT,
                            call(tour),
                            lines(i).stream()
                                    .map(
                                            line ->
                                                    new StockItem(
                                                            line.product(),
                                                            line.unit(),
                                                            line.amount()))
                                    .toList()));
        }
        return new TourSnapshot(
                1,
                tour(tour),
                generation,
                DAY,
                new VanId(new UUID(6, tour)),
                "Wagen " + tour,
                Instant.ofEpochMilli(World.START),
                1,
                List.of("Marktwagen Musterkreis"),
                List.of(
                        visit(1, VisitKind.DEPOT, tour),
                        visit(2, VisitKind.CALL, tour),
                        visit(3, VisitKind.DEPOT, tour)),
                orders,
                crates,
                List.of(price(1, 120), price(2, 280), price(3, 790), price(4, 35)),
                List.of(new DepositKind(1, "Mehrwegflasche", BOTTLE, VatKey.GENERAL)),
                List.of(
                        new StockItem(product(1), Unit.PIECE, 40),
                        new StockItem(product(2), Unit.PIECE, 30),
                        new StockItem(product(3), Unit.PIECE, 10),
                        new StockItem(product(4), Unit.PIECE, 60)),
                VatRates.german().rows(),
                Map.of(),
                null);
    }

    private static TourOrder order(int tour, int number, List<TourOrderLine> lines) {
        boolean paid = paidOnline(number);
        var due = Money.sum(lines.stream().map(TourOrderLine::total).toList());
        return new TourOrder(
                order(tour, number),
                "10" + number,
                call(tour),
                spoken(tour, number),
                "A. B.",
                paid,
                paid ? Money.ZERO : due,
                lines);
    }

    private static List<TourOrderLine> lines(int order) {
        return List.of(line(1, 1, 1 + order % 3, 100 + order), line(2, 2, 1, 200 + order));
    }

    private static TourOrderLine line(int number, int product, long amount, long cents) {
        return new TourOrderLine(
                number,
                product(product),
                Unit.PIECE,
                amount,
                Money.cents(cents),
                Money.cents(cents * amount),
                VatKey.REDUCED,
                Money.ZERO,
                VatKey.REDUCED);
    }

    /** What an order costs when everything of it is handed over. */
    public static Money total(int order) {
        return Money.sum(lines(order).stream().map(TourOrderLine::total).toList());
    }

    /** The same by its id. */
    public static Money total(OrderId order) {
        return total(number(order));
    }

    /** What so much of one line of an order costs. */
    public static Money total(OrderId order, int line, long amount) {
        return lines(number(order)).get(line - 1).unitPrice().times(amount);
    }

    private static int number(OrderId order) {
        return (int) (order.value().getLeastSignificantBits() % 100);
    }

    private static Visit visit(int number, VisitKind kind, int tour) {
        boolean call = kind == VisitKind.CALL;
        return new Visit(
                number,
                kind,
                "Halt " + number,
                null,
                call ? call(tour) : null,
                call ? new StopId(new UUID(8, tour)) : null,
                null,
                LocalTime.of(9, 0),
                LocalTime.of(9, 30));
    }

    static PriceEntry price(int number, long cents) {
        return new PriceEntry(
                product(number),
                FARM,
                "Artikel " + number,
                null,
                "1" + number,
                Unit.PIECE,
                Money.cents(cents),
                number == 3 ? VatKey.GENERAL : VatKey.REDUCED,
                0,
                Money.ZERO,
                VatKey.REDUCED,
                0,
                ColdClass.AMBIENT);
    }
}
