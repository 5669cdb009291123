package de.mobilermarktplatz.touring.domain;

import de.mobilermarktplatz.catalogue.Producer;
import de.mobilermarktplatz.kernel.id.CallId;
import de.mobilermarktplatz.kernel.id.VanId;
import de.mobilermarktplatz.planner.plan.Break;
import de.mobilermarktplatz.planner.plan.Plan;
import de.mobilermarktplatz.planner.plan.Tour;
import de.mobilermarktplatz.planner.plan.Visit;
import de.mobilermarktplatz.timetable.Call;
import de.mobilermarktplatz.touring.TourVisit;
import de.mobilermarktplatz.touring.Van;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Turns the planner's answer back into visits that people and tablets read. */
public final class PlanReader {

    private final Map<String, Van> vans;
    private final Map<String, Producer> producers;
    private final Map<String, Call> calls;

    private PlanReader(DayDemand demand) {
        vans = byId(demand.vans(), van -> van.id().toString());
        producers = byId(demand.producers(), producer -> producer.id().toString());
        calls =
                byId(
                        demand.calls().stream().map(DayDemand.CallDemand::call).toList(),
                        call -> call.id().toString());
    }

    /**
     * @param demand that the plan was made for
     */
    public static PlannedDay read(Plan plan, DayDemand demand) {
        PlanReader reader = new PlanReader(demand);
        Map<String, String> names =
                demand.vans().stream()
                        .collect(Collectors.toMap(van -> van.id().toString(), Van::name));
        return new PlannedDay(
                plan.tours().stream().map(reader::tour).toList(),
                plan.unserved().stream()
                        .map(
                                left ->
                                        new PlannedDay.LeftOut(
                                                CallId.of(left.callId()),
                                                Reasons.of(left.obstacles(), names)))
                        .toList());
    }

    private PlannedDay.PlannedTour tour(Tour tour) {
        Van van = known(vans, tour.vanId());
        List<TourVisit> onTheWay = new ArrayList<>();
        long driven = 0;
        for (Visit visit : tour.visits()) {
            onTheWay.add(visit(visit));
            driven += visit.metres();
        }
        tour.breaks().forEach(pause -> onTheWay.add(pause(pause)));
        onTheWay.sort(Comparator.comparing(TourVisit::arrive));
        List<TourVisit> visits = new ArrayList<>();
        visits.add(depot(van, tour.departure(), 0));
        visits.addAll(onTheWay);
        visits.add(depot(van, tour.returning(), Math.toIntExact(tour.metres() - driven)));
        return new PlannedDay.PlannedTour(VanId.of(tour.vanId()), tour.metres(), numbered(visits));
    }

    private TourVisit visit(Visit visit) {
        return switch (visit.kind()) {
            case PICK_UP -> pickUp(visit);
            case CALL -> call(visit);
        };
    }

    private TourVisit pickUp(Visit visit) {
        Producer producer = known(producers, visit.id());
        int loaded = visit.start() + Places.wholeMinutes(producer.pickupSeconds());
        return new TourVisit(
                0,
                TourVisit.Kind.PICK_UP,
                producer.name(),
                producer.location(),
                null,
                null,
                producer.id(),
                time(visit.start()),
                time(loaded),
                visit.metres());
    }

    /** The published window exactly, whenever the van really turns up before it. */
    private TourVisit call(Visit visit) {
        Call call = known(calls, visit.id());
        return new TourVisit(
                0,
                TourVisit.Kind.CALL,
                call.stop().spokenName(),
                call.stop().at(),
                call.id(),
                call.stop().id(),
                null,
                call.from(),
                call.to(),
                visit.metres());
    }

    private static TourVisit pause(Break pause) {
        return new TourVisit(
                0,
                TourVisit.Kind.BREAK,
                "Pause",
                null,
                null,
                null,
                null,
                time(pause.start()),
                time(pause.end()),
                0);
    }

    private static TourVisit depot(Van van, int second, int metres) {
        return new TourVisit(
                0,
                TourVisit.Kind.DEPOT,
                van.depotName(),
                van.depot(),
                null,
                null,
                null,
                time(second),
                time(second),
                metres);
    }

    private static List<TourVisit> numbered(List<TourVisit> visits) {
        List<TourVisit> numbered = new ArrayList<>(visits.size());
        for (TourVisit visit : visits) {
            numbered.add(visit.numbered(numbered.size() + 1));
        }
        return List.copyOf(numbered);
    }

    private static LocalTime time(int second) {
        return LocalTime.ofSecondOfDay(second);
    }

    private static <T> Map<String, T> byId(List<T> all, Function<T, String> id) {
        return all.stream().collect(Collectors.toMap(id, Function.identity()));
    }

    private static <T> T known(Map<String, T> all, String id) {
        return Objects.requireNonNull(all.get(id), id);
    }
}
