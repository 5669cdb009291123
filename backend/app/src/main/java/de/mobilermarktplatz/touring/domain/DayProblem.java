package de.mobilermarktplatz.touring.domain;

import de.mobilermarktplatz.catalogue.Producer;
import de.mobilermarktplatz.kernel.id.ProducerId;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.kernel.quantity.ColdClass;
import de.mobilermarktplatz.planner.problem.Load;
import de.mobilermarktplatz.planner.problem.Problem;
import de.mobilermarktplatz.timetable.Call;
import de.mobilermarktplatz.timetable.TravelTimes;
import de.mobilermarktplatz.touring.Van;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Puts a day's demand into the planner's terms: seconds of the day, cents, numbered places. */
public final class DayProblem {

    /** A call with orders weighs this much more than one without, for each order. */
    private static final int VALUE_OF_ORDER = 10;

    private static final int MINUTES_OF_HOUR = 60;

    private final DayDemand demand;
    private final boolean vanSale;
    private final Places places = new Places();

    private DayProblem(DayDemand demand, boolean vanSale) {
        this.demand = demand;
        this.vanSale = vanSale;
    }

    /**
     * @param vanSale whether every van that is used also fetches its share of the goods for free
     *     sale
     */
    public static Problem of(DayDemand demand, TravelTimes times, boolean vanSale) {
        return new DayProblem(demand, vanSale).build(times);
    }

    private Problem build(TravelTimes times) {
        demand.vans().forEach(van -> places.add(van.depot()));
        demand.producers().forEach(producer -> places.add(producer.location()));
        demand.calls().forEach(call -> places.add(call.call().stop().at()));
        Problem.Builder day = Problem.builder(places.travel(times));
        Set<ProducerId> needed = needed();
        demand.vans().forEach(van -> day.add(van(van)));
        demand.producers().stream()
                .filter(producer -> needed.contains(producer.id()))
                .forEach(producer -> day.add(producer(producer)));
        demand.calls().forEach(call -> day.add(call(call)));
        return day.build();
    }

    private Set<ProducerId> needed() {
        Set<ProducerId> needed = new HashSet<>();
        demand.calls().forEach(call -> call.needs().forEach(need -> needed.add(need.producer())));
        if (vanSale) {
            demand.vanSale().forEach(need -> needed.add(need.producer()));
        }
        return needed;
    }

    private de.mobilermarktplatz.planner.problem.Van van(Van van) {
        var planned =
                de.mobilermarktplatz.planner.problem.Van.at(
                                van.id().toString(), places.number(van.depot()))
                        .onShift(van.shiftFrom().toSecondOfDay(), van.shiftTo().toSecondOfDay())
                        .costing(
                                cents(van.costs().perKilometre()),
                                Math.ceilDiv(cents(van.costs().perHour()), MINUTES_OF_HOUR),
                                cents(van.costs().perDay()));
        for (Map.Entry<ColdClass, Van.Compartment> room : van.compartments().entrySet()) {
            planned =
                    planned.carrying(
                            load(
                                    room.getKey(),
                                    room.getValue().millilitres(),
                                    room.getValue().grams()));
        }
        if (vanSale) {
            for (Need need : demand.vanSale()) {
                if (van.compartments().containsKey(need.coldClass())) {
                    planned = planned.stocking(need.producer().toString(), share(need));
                }
            }
        }
        return planned;
    }

    /** An equal part for every van; the release shares out what the plan really visits. */
    private Load share(Need need) {
        int vans = demand.vans().size();
        return load(
                need.coldClass(),
                Math.ceilDiv(need.millilitres(), vans),
                Math.ceilDiv(need.grams(), vans));
    }

    private de.mobilermarktplatz.planner.problem.Producer producer(Producer producer) {
        int loading = Places.wholeMinutes(producer.pickupSeconds());
        return de.mobilermarktplatz.planner.problem.Producer.at(
                        producer.id().toString(), places.number(producer.location()))
                .loadingBetween(
                        producer.pickupFrom().toSecondOfDay(),
                        latestStart(producer.pickupFrom(), producer.pickupTo(), loading))
                .loadingFor(loading, 0);
    }

    /** The van is gone when the window ends, if the window is long enough for that. */
    private static int latestStart(LocalTime from, LocalTime to, int loadingSeconds) {
        return Math.max(from.toSecondOfDay(), to.toSecondOfDay() - loadingSeconds);
    }

    private de.mobilermarktplatz.planner.problem.Call call(DayDemand.CallDemand wanted) {
        Call call = wanted.call();
        var planned =
                de.mobilermarktplatz.planner.problem.Call.at(
                                call.id().toString(), places.number(call.stop().at()))
                        .published(call.from().toSecondOfDay(), call.to().toSecondOfDay())
                        .worth(1 + wanted.orders() * VALUE_OF_ORDER);
        for (Need need : wanted.needs()) {
            planned =
                    planned.needing(
                            need.producer().toString(),
                            load(need.coldClass(), need.millilitres(), need.grams()));
        }
        return planned;
    }

    private static int cents(Money money) {
        return Math.toIntExact(money.cents());
    }

    /** Crates are shared by the calls of a tour, so a call alone has none: room and weight bind. */
    private static Load load(ColdClass cold, long millilitres, long grams) {
        return Load.of(
                de.mobilermarktplatz.planner.problem.ColdClass.valueOf(cold.name()),
                Math.toIntExact(millilitres),
                Math.toIntExact(grams),
                0);
    }
}
