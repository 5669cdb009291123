package de.mobilermarktplatz.coordination.web;

import de.mobilermarktplatz.coordination.domain.DayFigures;
import de.mobilermarktplatz.coordination.domain.RelevantDay;
import de.mobilermarktplatz.coordination.store.DayFiguresView;
import de.mobilermarktplatz.coordination.store.ProblemsView;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.security.Permission;
import de.mobilermarktplatz.platform.security.Requires;
import de.mobilermarktplatz.platform.security.Visitor;
import de.mobilermarktplatz.timetable.Timetable;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import reactor.core.publisher.Mono;

/** The desk's first page: what comes next and what it needs. */
@Controller
class DeskPages {

    private static final int DAYS_BACK = 7;
    private static final int DAYS_AHEAD = 21;

    private final DayFiguresView figures;
    private final WhatToDo tasks;
    private final ProblemsView problems;
    private final InstantSource clock;
    private final Timetable timetable;

    DeskPages(
            DayFiguresView figures,
            WhatToDo tasks,
            ProblemsView problems,
            InstantSource clock,
            Timetable timetable) {
        this.figures = figures;
        this.tasks = tasks;
        this.problems = problems;
        this.clock = clock;
        this.timetable = timetable;
    }

    @GetMapping("/r/{regionSlug}/leitstelle")
    @Requires(Permission.DESK_READ)
    Mono<String> overview(Region region, Visitor visitor, Model model) {
        LocalDate today = timetable.today(region);
        model.addAttribute("books", visitor.may(Permission.BOOKS_READ));
        return Mono.zip(days(region, today), problems(region, visitor))
                .flatMap(
                        known -> {
                            List<DayFigures> days = known.getT1();
                            model.addAttribute("problems", known.getT2());
                            Optional<DayFigures> first = RelevantDay.of(days, today);
                            model.addAttribute(
                                    "days",
                                    days.stream()
                                            .filter(day -> first.filter(day::equals).isEmpty())
                                            .map(day -> DayLine.of(day, today))
                                            .toList());
                            return Mono.justOrEmpty(first)
                                    .doOnNext(
                                            day ->
                                                    model.addAttribute(
                                                            "first", DayLine.of(day, today)))
                                    .flatMap(day -> tasks.of(region, visitor, day))
                                    .doOnNext(todo -> model.addAttribute("todo", todo))
                                    .thenReturn("coordination/desk");
                        });
    }

    @GetMapping("/r/{regionSlug}/leitstelle/tag")
    @Requires(Permission.DESK_READ)
    Mono<String> relevantDay(Region region) {
        return toRelevantDay(region, "/leitstelle/tag/");
    }

    @GetMapping("/r/{regionSlug}/leitstelle/touren")
    @Requires(Permission.DESK_READ)
    Mono<String> relevantTours(Region region) {
        return toRelevantDay(region, "/leitstelle/touren/");
    }

    private Mono<String> toRelevantDay(Region region, String page) {
        LocalDate today = timetable.today(region);
        String base = "redirect:/r/" + region.slug();
        return days(region, today)
                .map(
                        days ->
                                RelevantDay.of(days, today)
                                        .map(day -> base + page + day.day())
                                        .orElse(base + "/leitstelle"));
    }

    /** 0 for who may not know. */
    private Mono<Long> problems(Region region, Visitor visitor) {
        return visitor.may(Permission.PROBLEM_READ)
                ? problems.count(region, clock.instant())
                : Mono.just(0L);
    }

    private Mono<List<DayFigures>> days(Region region, LocalDate today) {
        return figures.between(region, today.minusDays(DAYS_BACK), today.plusDays(DAYS_AHEAD))
                .collectList();
    }
}
