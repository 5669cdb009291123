package de.mobilermarktplatz.touring.web;

import de.mobilermarktplatz.platform.problem.RejectedException;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.security.Permission;
import de.mobilermarktplatz.platform.security.Requires;
import de.mobilermarktplatz.platform.security.Visitor;
import de.mobilermarktplatz.timetable.GermanDays;
import de.mobilermarktplatz.timetable.Timetable;
import de.mobilermarktplatz.timetable.TravelTimes;
import de.mobilermarktplatz.touring.PlanRun;
import de.mobilermarktplatz.touring.PlanStart;
import de.mobilermarktplatz.touring.Planning;
import de.mobilermarktplatz.touring.ReleaseResult;
import de.mobilermarktplatz.touring.Releasing;
import java.time.LocalDate;
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

    private final Planning planning;
    private final Releasing releasing;
    private final PlanModel plan;
    private final Timetable timetable;
    private final TravelTimes times;

    TourPages(
            Planning planning,
            Releasing releasing,
            PlanModel plan,
            Timetable timetable,
            TravelTimes times) {
        this.planning = planning;
        this.releasing = releasing;
        this.plan = plan;
        this.timetable = timetable;
        this.times = times;
    }

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
        return Mono.when(run(region, day, model, response), plan.show(region, day, model))
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

    private static String back(Region region, LocalDate day) {
        return "redirect:/r/" + region.slug() + "/leitstelle/touren/" + day;
    }
}
