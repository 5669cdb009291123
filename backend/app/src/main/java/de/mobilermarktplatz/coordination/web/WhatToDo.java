package de.mobilermarktplatz.coordination.web;

import de.mobilermarktplatz.coordination.domain.DayFigures;
import de.mobilermarktplatz.coordination.domain.DayTasks;
import de.mobilermarktplatz.coordination.domain.Evening;
import de.mobilermarktplatz.coordination.domain.Todo;
import de.mobilermarktplatz.coordination.domain.Todos;
import de.mobilermarktplatz.coordination.store.DayTasksView;
import de.mobilermarktplatz.coordination.store.GoodsView;
import de.mobilermarktplatz.coordination.store.MoneyView;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.security.Permission;
import de.mobilermarktplatz.platform.security.Visitor;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Asks what a market day waits for, as far as the visitor may know. */
@Component
class WhatToDo {

    private final DayTasksView tasks;
    private final MoneyView money;
    private final GoodsView goods;
    private final InstantSource clock;

    WhatToDo(DayTasksView tasks, MoneyView money, GoodsView goods, InstantSource clock) {
        this.tasks = tasks;
        this.money = money;
        this.goods = goods;
        this.clock = clock;
    }

    Mono<List<Todo>> of(Region region, Visitor visitor, DayFigures figures) {
        return tasks(region, figures.day()).flatMap(found -> of(region, visitor, figures, found));
    }

    Mono<List<Todo>> of(Region region, Visitor visitor, DayFigures figures, DayTasks found) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, region.zone());
        DayTasks known =
                visitor.may(Permission.PROBLEM_READ) ? found : found.withoutFailedCaptures();
        return evening(region, visitor, figures)
                .map(evening -> Todos.of(figures, known, evening, now, today));
    }

    Mono<DayTasks> tasks(Region region, LocalDate day) {
        return tasks.of(region, day, clock.instant());
    }

    private Mono<Evening> evening(Region region, Visitor visitor, DayFigures figures) {
        if (figures.closed() == 0 || !visitor.may(Permission.BOOKS_READ)) {
            return Mono.just(Evening.UNKNOWN);
        }
        return Mono.zip(
                        money.cashUps(region, figures.day()).collectList(),
                        goods.flows(region, figures.day()).collectList())
                .map(known -> Evening.of(known.getT1(), known.getT2()));
    }
}
