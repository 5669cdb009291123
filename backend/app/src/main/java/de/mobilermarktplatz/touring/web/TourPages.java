package de.mobilermarktplatz.touring.web;

import de.mobilermarktplatz.kernel.id.CallId;
import de.mobilermarktplatz.platform.problem.ProblemTexts;
import de.mobilermarktplatz.platform.problem.RejectedException;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.security.Permission;
import de.mobilermarktplatz.platform.security.Requires;
import de.mobilermarktplatz.platform.security.Visitor;
import de.mobilermarktplatz.region.Borders;
import de.mobilermarktplatz.region.Places;
import de.mobilermarktplatz.timetable.Call;
import de.mobilermarktplatz.timetable.GermanDays;
import de.mobilermarktplatz.timetable.Timetable;
import de.mobilermarktplatz.timetable.TravelTimes;
import de.mobilermarktplatz.touring.PlanRun;
import de.mobilermarktplatz.touring.PlanStart;
import de.mobilermarktplatz.touring.Planning;
import de.mobilermarktplatz.touring.ReleaseObstacle;
import de.mobilermarktplatz.touring.ReleaseResult;
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
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The desk plans a market day, looks at the tours and releases them. */
@Controller
@RequestMapping("/r/{regionSlug}/leitstelle/touren/{day}")
class TourPages {

    /** While the planner works the page asks again by itself; a header needs no script. */
    private static final String SECONDS_TO_RELOAD = "2";

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
    private final TravelTimes times;
    private final Borders borders;
    private final Places places;
    private final ProblemTexts texts;

    TourPages(
            Planning planning,
            Releasing releasing,
            Tours tours,
            TourLoads loads,
            Timetable timetable,
            TravelTimes times,
            Borders borders,
            Places places,
            ProblemTexts texts) {
        this.planning = planning;
        this.releasing = releasing;
        this.tours = tours;
        this.loads = loads;
        this.timetable = timetable;
        this.times = times;
        this.borders = borders;
        this.places = places;
        this.texts = texts;
    }

    /** A call that the plan leaves out. */
    record LeftOutLine(String time, String stop, String reason) {}

    /** What stands against the release, in words. */
    record ObstacleLine(String title, String detail) {}

    @GetMapping
    @Requires(Permission.DESK_READ)
    Mono<String> show(
            Region region,
            @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            Model model,
            ServerHttpResponse response) {
        model.addAttribute("day", day.toString());
        model.addAttribute("dayText", GermanDays.day(day, timetable.today(region)));
        model.addAttribute("source", times.source());
        model.addAttribute("colours", COLOURS);
        model.addAttribute("dashes", DASHES);
        return Mono.when(
                        run(region, day, model, response),
                        plan(region, day, model),
                        leftOut(region, day, model),
                        obstacles(region, day, model))
                .thenReturn("touring/day");
    }

    @PostMapping("/planen")
    @Requires(Permission.TOUR_PLAN)
    Mono<String> plan(
            Region region,
            Visitor visitor,
            @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day) {
        return planning.start(region, day, visitor.name())
                .map(
                        start -> {
                            if (start instanceof PlanStart.Refused refused) {
                                throw new RejectedException(refused, HttpStatus.CONFLICT);
                            }
                            return back(region, day);
                        });
    }

    @PostMapping("/abbrechen")
    @Requires(Permission.TOUR_PLAN)
    Mono<String> cancel(
            Region region,
            @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day) {
        return planning.cancel(region, day).thenReturn(back(region, day));
    }

    /** The form says {@code trotzdem} when somebody ticked the box beside what they had read. */
    @PostMapping("/freigeben")
    @Requires(Permission.TOUR_RELEASE)
    Mono<String> release(
            Region region,
            @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            ServerWebExchange exchange) {
        return exchange.getFormData()
                .flatMap(form -> releasing.release(region, day, form.containsKey("trotzdem")))
                .map(
                        result ->
                                switch (result) {
                                    case ReleaseResult.Released _ -> back(region, day);
                                    case ReleaseResult.Refused refused ->
                                            throw new RejectedException(
                                                    refused.obstacles().getFirst(),
                                                    HttpStatus.CONFLICT);
                                });
    }

    private Mono<Void> run(Region region, LocalDate day, Model model, ServerHttpResponse response) {
        return planning.latest(region, day)
                .doOnNext(
                        run -> {
                            model.addAttribute("run", run);
                            model.addAttribute("failed", run.state() == PlanRun.State.FAILED);
                            model.addAttribute("cancelled", run.state() == PlanRun.State.CANCELLED);
                            if (run.running()) {
                                response.getHeaders().set("Refresh", SECONDS_TO_RELOAD);
                            }
                        })
                .then();
    }

    private Mono<Void> plan(Region region, LocalDate day, Model model) {
        return Mono.zip(
                        tours.ofDay(region, day).collectList(),
                        loads.ofDay(region, day),
                        borders.all(region).collectList(),
                        places.all(region).collectList())
                .doOnNext(
                        known -> {
                            List<Tour> all = known.getT1();
                            List<TourLine> lines = new ArrayList<>();
                            for (Tour tour : all) {
                                lines.add(
                                        TourLine.of(
                                                lines.size() + 1,
                                                tour,
                                                known.getT2().getOrDefault(tour.id(), List.of())));
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

    private static String back(Region region, LocalDate day) {
        return "redirect:/r/" + region.slug() + "/leitstelle/touren/" + day;
    }
}
