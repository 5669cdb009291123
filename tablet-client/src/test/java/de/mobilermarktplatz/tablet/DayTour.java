package de.mobilermarktplatz.tablet;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A whole day as a driver knows it: two farms, five villages, twenty orders. For pictures. */
public final class DayTour {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final Money BOTTLE = Money.cents(15);
    private static final List<String> NAMES =
            List.of("E. B.", "H. K.", "A. W.", "M. L.", "I. T.", "K. O.");
    private static final List<PriceEntry> PRICES =
            List.of(
                    article(1, "Kartoffeln festkochend 2,5 kg", 390, Unit.PIECE, 7, false, 0),
                    article(2, "Apfelsaft naturtrüb 1 l", 280, Unit.PIECE, 19, true, 0),
                    article(3, "Bergkäse", 2190, Unit.GRAM, 7, false, 0),
                    article(4, "Eier Freiland, 10 Stück", 379, Unit.PIECE, 7, false, 0),
                    article(5, "Roggenmischbrot 1 kg", 420, Unit.PIECE, 7, false, 0),
                    article(6, "Müller-Thurgau trocken 0,75 l", 790, Unit.PIECE, 19, false, 16),
                    article(7, "Honig Lindenblüte 500 g", 650, Unit.PIECE, 7, false, 0),
                    article(8, "Vollmilch 1 l", 165, Unit.PIECE, 7, true, 0),
                    article(9, "Leberwurst im Glas 200 g", 395, Unit.PIECE, 7, false, 0),
                    article(10, "Äpfel Elstar 1 kg", 260, Unit.PIECE, 7, false, 0),
                    article(11, "Butter 250 g", 299, Unit.PIECE, 7, false, 0),
                    article(12, "Möhren Bund", 180, Unit.PIECE, 7, false, 0));

    private DayTour() {}

    /** At the van's first village two of the orders are still to be paid. */
    public static TourSnapshot snapshot() {
        return new TourSnapshot(
                1,
                new TourId(new UUID(50, 1)),
                1,
                DAY,
                new VanId(new UUID(60, 1)),
                "Wagen 2",
                Instant.now(),
                1,
                List.of("Marktwagen Salzlandkreis", "Karlsplatz 37, 06406 Bernburg"),
                visits(),
                orders(),
                crates(),
                PRICES,
                List.of(new DepositKind(1, "Mehrwegflasche", BOTTLE, VatKey.GENERAL)),
                PRICES.stream().map(p -> new StockItem(p.product(), p.unit(), stock(p))).toList(),
                VatRates.german().rows(),
                Map.of(),
                null);
    }

    private static long stock(PriceEntry article) {
        return article.unit() == Unit.GRAM ? 4000 : 18;
    }

    private static List<Visit> visits() {
        var visits = new ArrayList<Visit>();
        add(visits, VisitKind.DEPOT, "Betriebshof Bernburg", 6, 30, 20);
        add(visits, VisitKind.PICK_UP, "Hof Sonnenfeld, Ilberstedt", 7, 5, 15);
        add(visits, VisitKind.PICK_UP, "Käserei am Wipperufer, Güsten", 7, 40, 15);
        add(visits, VisitKind.CALL, "Pobzig, Dorfplatz", 8, 30, 30);
        add(visits, VisitKind.CALL, "Gerbitz, Feuerwehr", 9, 15, 30);
        add(visits, VisitKind.CALL, "Latdorf, Kirche", 10, 0, 40);
        add(visits, VisitKind.BREAK, "Pause", 10, 45, 30);
        add(visits, VisitKind.CALL, "Wispitz, Anger", 11, 30, 30);
        add(visits, VisitKind.CALL, "Wedlitz, Bushaltestelle", 12, 15, 30);
        add(visits, VisitKind.DEPOT, "Betriebshof Bernburg", 13, 10, 20);
        return visits;
    }

    private static void add(
            List<Visit> visits, VisitKind kind, String name, int hour, int minute, int minutes) {
        int number = visits.size() + 1;
        var from = LocalTime.of(hour, minute);
        visits.add(
                new Visit(
                        number,
                        kind,
                        name,
                        null,
                        kind == VisitKind.CALL ? call(number) : null,
                        kind == VisitKind.CALL ? new StopId(new UUID(80, number)) : null,
                        kind == VisitKind.PICK_UP ? farm(number) : null,
                        from,
                        from.plusMinutes(minutes)));
    }

    private static CallId call(int visit) {
        return new CallId(new UUID(20, visit));
    }

    private static ProducerId farm(int visit) {
        return new ProducerId(new UUID(40, visit));
    }

    private static List<TourOrder> orders() {
        var orders = new ArrayList<TourOrder>();
        for (int call : List.of(4, 5, 6, 8, 9)) {
            for (int i = 0; i < (call == 4 ? 6 : 3); i++) {
                orders.add(order(call, orders.size() + 1));
            }
        }
        return orders;
    }

    private static TourOrder order(int visit, int number) {
        var random = new Random(number);
        var lines =
                IntStream.rangeClosed(1, 2 + number % 4)
                        .mapToObj(i -> line(i, PRICES.get((number * 5 + i * 3) % 12), random))
                        .toList();
        boolean paid = number % 3 != 0;
        var due =
                lines.stream()
                        .map(l -> l.total().plus(l.depositEach().times(l.amount())))
                        .reduce(Money.ZERO, Money::plus);
        return new TourOrder(
                new OrderId(new UUID(30, number)),
                Integer.toString(4710 + number),
                call(visit),
                SpokenCode.random(random),
                NAMES.get(number % NAMES.size()),
                paid,
                paid ? Money.ZERO : due,
                lines);
    }

    private static TourOrderLine line(int number, PriceEntry article, Random random) {
        long amount = article.unit() == Unit.GRAM ? 350 : 1 + random.nextInt(3);
        var total =
                article.unit() == Unit.GRAM
                        ? Money.cents((article.price().cents() * amount + 500) / 1000)
                        : article.price().times(amount);
        return new TourOrderLine(
                number,
                article.product(),
                article.unit(),
                amount,
                article.price(),
                total,
                article.vatKey(),
                article.depositEach(),
                article.depositVatKey());
    }

    /** Four crates from the farm, two chilled ones from the dairy. */
    private static List<TourCrate> crates() {
        return IntStream.rangeClosed(1, 6)
                .mapToObj(
                        i ->
                                new TourCrate(
                                        new CrateId(new UUID(70, i)),
                                        SpokenCode.random(new Random(i)).value(),
                                        farm(i <= 4 ? 2 : 3),
                                        i <= 4 ? ColdClass.AMBIENT : ColdClass.CHILLED,
                                        i == 4 ? null : call(4),
                                        contents(i)))
                .toList();
    }

    private static List<StockItem> contents(int crate) {
        return Stream.of(PRICES.get(2 * crate - 2), PRICES.get(2 * crate - 1))
                .map(p -> new StockItem(p.product(), p.unit(), p.unit() == Unit.GRAM ? 2000 : 6))
                .toList();
    }

    private static PriceEntry article(
            int number, String text, long cents, Unit unit, int vat, boolean bottle, int age) {
        var key = vat == 7 ? VatKey.REDUCED : VatKey.GENERAL;
        @Nullable String code = Integer.toString(10 + number);
        return new PriceEntry(
                new ProductId(new UUID(10, number)),
                farm(2),
                text,
                null,
                code,
                unit,
                Money.cents(cents),
                key,
                bottle ? 1 : 0,
                bottle ? BOTTLE : Money.ZERO,
                key,
                age,
                ColdClass.AMBIENT);
    }
}
