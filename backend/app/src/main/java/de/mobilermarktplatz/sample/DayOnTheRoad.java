package de.mobilermarktplatz.sample;

import de.mobilermarktplatz.contract.journal.DeliveredLine;
import de.mobilermarktplatz.contract.journal.DeviceEvent;
import de.mobilermarktplatz.contract.journal.DeviceEventKind;
import de.mobilermarktplatz.contract.journal.GoodsIn;
import de.mobilermarktplatz.contract.journal.GoodsInLine;
import de.mobilermarktplatz.contract.journal.Handover;
import de.mobilermarktplatz.contract.journal.HandoverProof;
import de.mobilermarktplatz.contract.journal.Load;
import de.mobilermarktplatz.contract.journal.StopArrive;
import de.mobilermarktplatz.contract.journal.StopLeave;
import de.mobilermarktplatz.contract.tour.ColdClass;
import de.mobilermarktplatz.contract.tour.TourCrate;
import de.mobilermarktplatz.contract.tour.TourOrder;
import de.mobilermarktplatz.contract.tour.TourSnapshot;
import de.mobilermarktplatz.contract.tour.Visit;
import de.mobilermarktplatz.contract.tour.VisitKind;
import de.mobilermarktplatz.kernel.id.CallId;
import de.mobilermarktplatz.kernel.id.OpId;
import de.mobilermarktplatz.kernel.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/**
 * One invented tour from the first crate to the closing: written down as a tablet would, following
 * the planned visits to the minute.
 */
final class DayOnTheRoad {

    private static final Money FLOAT = Money.euros(150, 0);
    private static final Duration AT_THE_COUNTER = Duration.ofSeconds(100);
    private static final Duration TO_COUNT = Duration.ofMinutes(20);

    /** Every so many-th order is not collected. */
    private static final int FORGOTTEN = 23;

    private static final int MOST_WALK_INS = 5;
    private static final int TENTHS_CHILLED = 52;
    private static final int TENTHS_FROZEN = -190;

    private final TourSnapshot tour;
    private final ZoneId zone;
    private final SampleTill till;
    private final Shelf shelf;
    private final Random choice;
    private int orders;

    DayOnTheRoad(TabletJournal journal, TourSnapshot tour, ZoneId zone) {
        this.tour = tour;
        this.zone = zone;
        this.till = new SampleTill(journal, tour);
        this.shelf = new Shelf(tour);
        this.choice = new Random(tour.day().toEpochDay() * 31 + tour.vanName().hashCode());
    }

    /** Writes the whole day. */
    void drive() {
        Visit first = tour.visits().getFirst();
        Visit last = tour.visits().getLast();
        var _ = till.write(at(first.from()), new DeviceEvent(DeviceEventKind.STARTED, 1, null));
        till.open(at(first.from()), FLOAT);
        tour.visits().forEach(this::visit);
        Instant home = at(last.until()).plus(TO_COUNT);
        shelf.spoiled(choice)
                .ifPresent(
                        gone -> {
                            var _ = till.write(home, gone);
                        });
        var _ = till.write(home, shelf.count());
        till.close(home);
    }

    private void visit(Visit visit) {
        if (visit.kind() == VisitKind.BREAK || visit.kind() == VisitKind.DEPOT) {
            return;
        }
        var _ =
                till.write(
                        at(visit.from()),
                        new StopArrive(tour.tour(), visit.number(), visit.call()));
        if (visit.kind() == VisitKind.PICK_UP) {
            load(visit);
        } else {
            serve(visit);
        }
        var _ =
                till.write(
                        at(visit.until()),
                        new StopLeave(tour.tour(), visit.number(), visit.call()));
    }

    private void load(Visit visit) {
        List<TourCrate> crates =
                tour.crates().stream()
                        .filter(crate -> crate.producer().equals(visit.producer()))
                        .toList();
        if (crates.isEmpty()) {
            return;
        }
        Instant now = at(visit.until());
        for (ColdClass coldClass : ColdClass.values()) {
            List<TourCrate> same =
                    crates.stream().filter(crate -> crate.coldClass() == coldClass).toList();
            if (!same.isEmpty()) {
                var _ = till.write(now, goodsIn(visit, same, coldClass));
            }
        }
        var _ =
                till.write(
                        now,
                        new Load(
                                tour.tour(),
                                crates.stream().map(TourCrate::crate).toList(),
                                List.of()));
        shelf.load(crates);
    }

    private GoodsIn goodsIn(Visit visit, List<TourCrate> crates, ColdClass coldClass) {
        Integer tenths =
                switch (coldClass) {
                    case AMBIENT -> null;
                    case CHILLED -> TENTHS_CHILLED + choice.nextInt(15);
                    case FROZEN -> TENTHS_FROZEN - choice.nextInt(15);
                };
        return new GoodsIn(
                tour.tour(),
                Objects.requireNonNull(visit.producer()),
                null,
                crates.stream().map(TourCrate::crate).toList(),
                Shelf.sums(crates).stream()
                        .map(
                                item ->
                                        new GoodsInLine(
                                                item.product(),
                                                item.unit(),
                                                item.amount(),
                                                item.amount(),
                                                null,
                                                null))
                        .toList(),
                tenths);
    }

    private void serve(Visit visit) {
        CallId call = Objects.requireNonNull(visit.call());
        Instant now = at(visit.from()).plus(AT_THE_COUNTER);
        for (TourOrder order : tour.orders()) {
            if (order.call().equals(call) && ++orders % FORGOTTEN != 0) {
                handOver(now, order);
                now = now.plus(AT_THE_COUNTER);
            }
        }
        for (int people = 1 + choice.nextInt(MOST_WALK_INS); people > 0; people--) {
            var basket = shelf.shopping(choice);
            if (!basket.isEmpty()) {
                var _ = till.sell(now, call, null, basket);
                now = now.plus(AT_THE_COUNTER);
            }
        }
        if (choice.nextBoolean()) {
            till.takeBack(now, call, shelf.empties(choice));
        }
    }

    private void handOver(Instant now, TourOrder order) {
        OpId receipt =
                order.dueAtVan().isPositive()
                        ? till.sell(now, order.call(), order.order(), shelf.ordered(order))
                        : null;
        var _ =
                till.write(
                        now,
                        new Handover(
                                order.order(),
                                order.call(),
                                tour.tour(),
                                choice.nextBoolean() ? HandoverProof.QR : HandoverProof.SPOKEN_CODE,
                                order.lines().stream()
                                        .map(
                                                line ->
                                                        new DeliveredLine(
                                                                line.lineNo(),
                                                                line.unit(),
                                                                line.amount()))
                                        .toList(),
                                order.dueAtVan(),
                                receipt));
        shelf.handOver(order);
    }

    private Instant at(LocalTime time) {
        return tour.day().atTime(time).atZone(zone).toInstant();
    }
}
