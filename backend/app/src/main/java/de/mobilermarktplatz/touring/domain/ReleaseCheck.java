package de.mobilermarktplatz.touring.domain;

import de.mobilermarktplatz.catalogue.OfferView;
import de.mobilermarktplatz.kernel.id.CallId;
import de.mobilermarktplatz.kernel.id.ProducerId;
import de.mobilermarktplatz.ordering.LineState;
import de.mobilermarktplatz.ordering.Order;
import de.mobilermarktplatz.timetable.Call;
import de.mobilermarktplatz.timetable.GermanDays;
import de.mobilermarktplatz.timetable.MarketDay;
import de.mobilermarktplatz.touring.PlanRun;
import de.mobilermarktplatz.touring.ReleaseObstacle;
import de.mobilermarktplatz.touring.Tour;
import de.mobilermarktplatz.touring.TourState;
import de.mobilermarktplatz.touring.TourVisit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Everything that may stand against a release, each as a small rule. */
public final class ReleaseCheck {

    private static final Set<LineState> UNANSWERED =
            EnumSet.of(LineState.PLACED, LineState.REQUESTED);

    private ReleaseCheck() {}

    /**
     * What is known of the day.
     *
     * @param day null when it is no market day
     * @param run the latest planning, null when there was none
     * @param producers names by id
     */
    public record Facts(
            @Nullable MarketDay day,
            @Nullable PlanRun run,
            List<Tour> tours,
            List<Call> calls,
            List<Order> orders,
            List<OfferView> offers,
            Map<ProducerId, String> producers) {}

    /** The worst first; empty when the day may be released. */
    public static List<ReleaseObstacle> obstacles(Facts facts, Instant now, ZoneId zone) {
        MarketDay day = facts.day();
        if (day == null || day.state() != MarketDay.State.OPEN) {
            return List.of(new ReleaseObstacle.DayNotOpen());
        }
        PlanRun run = facts.run();
        if (run != null && run.running()) {
            return List.of(new ReleaseObstacle.PlanningRuns());
        }
        if (run == null || facts.tours().isEmpty()) {
            return List.of(new ReleaseObstacle.NotPlanned());
        }
        List<ReleaseObstacle> found = new ArrayList<>();
        ordersOpen(facts, now, zone).ifPresent(found::add);
        outdated(facts, run).ifPresent(found::add);
        requestsOpen(facts).ifPresent(found::add);
        unserved(facts).ifPresent(found::add);
        return List.copyOf(found);
    }

    private static Optional<ReleaseObstacle> ordersOpen(Facts facts, Instant now, ZoneId zone) {
        return facts.offers().stream()
                .filter(offer -> now.isBefore(offer.cutOff().plus(Order.LEASE)))
                .max(Comparator.comparing(OfferView::cutOff))
                .map(
                        offer ->
                                new ReleaseObstacle.OrdersStillOpen(
                                        offer.producerName(), words(offer.cutOff(), now, zone)));
    }

    private static String words(Instant cutOff, Instant now, ZoneId zone) {
        ZonedDateTime at = cutOff.plus(Order.LEASE).atZone(zone);
        LocalDate today = now.atZone(zone).toLocalDate();
        return GermanDays.relativeDay(at.toLocalDate(), today)
                + " um "
                + GermanDays.time(at.toLocalTime())
                + " Uhr";
    }

    /** Planned visits must still be what was published, and no order may be newer than the plan. */
    private static Optional<ReleaseObstacle> outdated(Facts facts, PlanRun run) {
        Map<CallId, Call> published =
                facts.calls().stream().collect(Collectors.toMap(Call::id, Function.identity()));
        boolean moved =
                visits(facts)
                        .anyMatch(
                                visit -> {
                                    Call call = published.get(visit.call());
                                    return call == null
                                            || visit.arrive().isBefore(call.from())
                                            || visit.leave().isAfter(call.to());
                                });
        boolean newer =
                facts.orders().stream()
                        .anyMatch(
                                order ->
                                        DayDemand.alive(order)
                                                && order.placedAt().isAfter(run.startedAt()));
        return moved || newer ? Optional.of(new ReleaseObstacle.PlanOutdated()) : Optional.empty();
    }

    private static Optional<ReleaseObstacle> requestsOpen(Facts facts) {
        String silent =
                facts.orders().stream()
                        .filter(DayDemand::alive)
                        .flatMap(order -> order.lines().stream())
                        .filter(line -> UNANSWERED.contains(line.state()))
                        .map(line -> facts.producers().getOrDefault(line.producer(), "?"))
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining(", "));
        return silent.isEmpty()
                ? Optional.empty()
                : Optional.of(new ReleaseObstacle.RequestsOpen(silent));
    }

    private static Optional<ReleaseObstacle> unserved(Facts facts) {
        Set<CallId> served = visits(facts).map(TourVisit::call).collect(Collectors.toSet());
        Map<CallId, Integer> left = new HashMap<>();
        facts.orders().stream()
                .filter(order -> DayDemand.alive(order) && !served.contains(order.call()))
                .forEach(order -> left.merge(order.call(), 1, Integer::sum));
        if (left.isEmpty()) {
            return Optional.empty();
        }
        String stops =
                facts.calls().stream()
                        .filter(call -> left.containsKey(call.id()))
                        .map(call -> call.stop().spokenName())
                        .collect(Collectors.joining("; "));
        int orders = left.values().stream().mapToInt(Integer::intValue).sum();
        return Optional.of(new ReleaseObstacle.CallsUnserved(orders, stops));
    }

    private static java.util.stream.Stream<TourVisit> visits(Facts facts) {
        return facts.tours().stream()
                .filter(tour -> tour.state() == TourState.DRAFT)
                .flatMap(tour -> tour.visits().stream())
                .filter(visit -> visit.kind() == TourVisit.Kind.CALL);
    }
}
