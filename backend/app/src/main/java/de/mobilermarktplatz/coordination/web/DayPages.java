package de.mobilermarktplatz.coordination.web;

import de.mobilermarktplatz.coordination.domain.DayTasks;
import de.mobilermarktplatz.coordination.store.DayFiguresView;
import de.mobilermarktplatz.coordination.store.DayStagesView;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.security.Permission;
import de.mobilermarktplatz.platform.security.Requires;
import de.mobilermarktplatz.platform.security.Visitor;
import de.mobilermarktplatz.timetable.GermanDays;
import de.mobilermarktplatz.timetable.Timetable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import reactor.core.publisher.Mono;

/** A market day at a glance: what wants a hand, and the way of the goods in numbers. */
@Controller
class DayPages {

    private final DayFiguresView figures;
    private final DayStagesView stages;
    private final WhatToDo tasks;
    private final Timetable timetable;

    DayPages(DayFiguresView figures, DayStagesView stages, WhatToDo tasks, Timetable timetable) {
        this.figures = figures;
        this.stages = stages;
        this.tasks = tasks;
        this.timetable = timetable;
    }

    /** A day beside this one. */
    record Neighbour(String day, String name) {

        static @Nullable Neighbour of(@Nullable LocalDate day, LocalDate today) {
            return day == null ? null : new Neighbour(day.toString(), GermanDays.day(day, today));
        }
    }

    @GetMapping("/r/{regionSlug}/leitstelle/tag/{day}")
    @Requires(Permission.DESK_READ)
    Mono<String> show(
            Region region,
            Visitor visitor,
            @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            Model model) {
        LocalDate today = timetable.today(region);
        model.addAttribute("books", visitor.may(Permission.BOOKS_READ));
        model.addAttribute("day", day.toString());
        model.addAttribute("dayText", GermanDays.day(day, today));
        model.addAttribute("producerHeadings", DayGlance.producerHeadings());
        model.addAttribute("tourHeadings", DayGlance.tourHeadings());
        return Mono.zip(
                        tasks.tasks(region, day),
                        stages.of(region, day).collectList(),
                        figures.between(region, day, day).collectList())
                .flatMap(
                        known -> {
                            neighbours(model, known.getT1(), today);
                            model.addAttribute("glance", DayGlance.of(known.getT2()));
                            return Mono.justOrEmpty(known.getT3().stream().findFirst())
                                    .doOnNext(
                                            one ->
                                                    model.addAttribute(
                                                            "line", DayLine.of(one, today)))
                                    .flatMap(one -> tasks.of(region, visitor, one, known.getT1()))
                                    .doOnNext(todo -> model.addAttribute("todo", todo))
                                    .thenReturn("coordination/day");
                        });
    }

    private static void neighbours(Model model, DayTasks tasks, LocalDate today) {
        model.addAttribute("before", Neighbour.of(tasks.before(), today));
        model.addAttribute("after", Neighbour.of(tasks.after(), today));
    }
}
