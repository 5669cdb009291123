package de.mobilermarktplatz.touring.web;

import de.mobilermarktplatz.kernel.id.CallId;
import de.mobilermarktplatz.platform.problem.ProblemTexts;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.region.Borders;
import de.mobilermarktplatz.region.Places;
import de.mobilermarktplatz.timetable.Call;
import de.mobilermarktplatz.timetable.GermanDays;
import de.mobilermarktplatz.timetable.Timetable;
import de.mobilermarktplatz.touring.Custodies;
import de.mobilermarktplatz.touring.Custody;
import de.mobilermarktplatz.touring.Planning;
import de.mobilermarktplatz.touring.ReleaseObstacle;
import de.mobilermarktplatz.touring.Releasing;
import de.mobilermarktplatz.touring.Tour;
import de.mobilermarktplatz.touring.TourLoads;
import de.mobilermarktplatz.touring.TourState;
import de.mobilermarktplatz.touring.Tours;
import de.mobilermarktplatz.touring.UnservedCall;
import de.mobilermarktplatz.touring.domain.TourMap;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import reactor.core.publisher.Mono;

/** A day's tours with their map, what they leave out, and what stands against their release. */
@Component
class PlanModel {

    /** Told apart by dashes too, for those who cannot tell the colours apart. */
    private static final List<String> COLOURS =
            List.of("#0b57d0", "#a3231b", "#6a1b9a", "#7a4300", "#00605a", "#37474f");

    private static final List<String> DASHES =
            List.of("none", "14 6", "4 6", "20 4 4 4", "2 8", "10 10");

    private final Planning planning;
    private final Releasing releasing;
    private final Tours tours;
    private final TourLoads loads;
    private final Timetable timetable;
    private final Borders borders;
    private final Places places;
    private final ProblemTexts texts;
    private final Custodies custodies;

    PlanModel(
            Planning planning,
            Releasing releasing,
            Tours tours,
            TourLoads loads,
            Timetable timetable,
            Borders borders,
            Places places,
            ProblemTexts texts,
            Custodies custodies) {
        this.planning = planning;
        this.releasing = releasing;
        this.tours = tours;
        this.loads = loads;
        this.timetable = timetable;
        this.borders = borders;
        this.places = places;
        this.texts = texts;
        this.custodies = custodies;
    }

    /** A call that the plan leaves out. */
    record LeftOutLine(String time, String stop, String reason) {}

    /** What stands against the release, in words. */
    record ObstacleLine(String title, String detail) {}

    Mono<Void> show(Region region, LocalDate day, Model model) {
        model.addAttribute("colours", COLOURS);
        model.addAttribute("dashes", DASHES);
        return Mono.when(
                plan(region, day, model),
                leftOut(region, day, model),
                obstacles(region, day, model));
    }

    private Mono<Void> plan(Region region, LocalDate day, Model model) {
        return Mono.zip(
                        tours.ofDay(region, day).collectList(),
                        loads.ofDay(region, day),
                        borders.all(region).collectList(),
                        places.all(region).collectList(),
                        custodies.ofDay(region, day).collectMap(Custody::tour))
                .doOnNext(
                        known -> {
                            List<Tour> all = known.getT1();
                            List<TourLine> lines = new ArrayList<>();
                            for (Tour tour : all) {
                                lines.add(
                                        TourLine.of(
                                                lines.size() + 1,
                                                tour,
                                                known.getT2().getOrDefault(tour.id(), List.of()),
                                                known.getT5().get(tour.id())));
                            }
                            model.addAttribute("tours", lines);
                            model.addAttribute(
                                    "map", TourMap.of(all, known.getT3(), known.getT4()));
                            model.addAttribute(
                                    "fixed",
                                    all.stream().anyMatch(t -> t.state() != TourState.DRAFT));
                        })
                .then();
    }

    private Mono<Void> leftOut(Region region, LocalDate day, Model model) {
        return Mono.zip(
                        planning.unserved(region, day).collectList(),
                        timetable.callsOn(region, day).collectMap(Call::id))
                .doOnNext(
                        known ->
                                model.addAttribute(
                                        "leftOut",
                                        known.getT1().stream()
                                                .map(left -> line(left, known.getT2()))
                                                .flatMap(Optional::stream)
                                                .toList()))
                .then();
    }

    private static Optional<LeftOutLine> line(UnservedCall left, Map<CallId, Call> calls) {
        return Optional.ofNullable(calls.get(left.call()))
                .map(
                        call ->
                                new LeftOutLine(
                                        GermanDays.time(call.from())
                                                + "–"
                                                + GermanDays.time(call.to()),
                                        call.stop().spokenName(),
                                        left.reason()));
    }

    private Mono<Void> obstacles(Region region, LocalDate day, Model model) {
        return releasing
                .obstacles(region, day)
                .doOnNext(
                        all -> {
                            model.addAttribute("hard", lines(all, false));
                            model.addAttribute("soft", lines(all, true));
                        })
                .then();
    }

    private List<ObstacleLine> lines(List<ReleaseObstacle> all, boolean confirmable) {
        return all.stream()
                .filter(obstacle -> obstacle.confirmable() == confirmable)
                .map(obstacle -> new ObstacleLine(texts.title(obstacle), texts.detail(obstacle)))
                .toList();
    }
}
