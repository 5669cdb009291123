package de.mobilermarktplatz.sample;

import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.region.HolidayCalendar;
import de.mobilermarktplatz.timetable.Timetable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** What happens in a sample county: one finished market day, one being planned, open ones ahead. */
@Component
class SampleEvents {

    /** Without a history the vans have always been driving; fortnights are counted from here. */
    private static final LocalDate EVER = LocalDate.of(2026, 1, 5);

    private static final int NOON_IS_OVER = 15;
    private static final int TAKING_ALONG = 5;
    private static final int BACK_HOME = 17;

    private final SamplePlaces places;
    private final SampleTimetable stops;
    private final SampleVans vans;
    private final SampleStaff staff;
    private final SampleProducers producers;
    private final SampleOrders orders;
    private final SampleAnswers answers;
    private final SampleDesk desk;
    private final SampleTablets tablets;
    private final Timetable timetable;

    SampleEvents(
            SamplePlaces places,
            SampleTimetable stops,
            SampleVans vans,
            SampleStaff staff,
            SampleProducers producers,
            SampleOrders orders,
            SampleAnswers answers,
            SampleDesk desk,
            SampleTablets tablets,
            Timetable timetable) {
        this.places = places;
        this.stops = stops;
        this.vans = vans;
        this.staff = staff;
        this.producers = producers;
        this.orders = orders;
        this.answers = answers;
        this.desk = desk;
        this.tablets = tablets;
        this.timetable = timetable;
    }

    /**
     * Everything in the order of time.
     *
     * @param upTo the moment of the first look
     */
    List<Event> of(Region region, CountyFolder folder, Instant upTo, HolidayCalendar holidays) {
        if (folder.number("orders.finished") == 0) {
            return entering(region, folder, upTo, null);
        }
        StoryDays days =
                StoryDays.of(
                        LocalDate.ofInstant(upTo, region.zone()),
                        SampleTimetable.weekdays(folder),
                        holidays::isHoliday);
        Storyline line = new Storyline(days, region.zone(), upTo, folder.rows("producers.csv"));
        List<Event> all = new ArrayList<>(entering(region, folder, line.entered(), days));
        all.add(
                new Event(
                        line.justNow(),
                        "Fahrplan der nächsten Wochen",
                        () -> stops.publish(region)));
        all.addAll(finished(region, folder, line));
        all.addAll(planned(region, folder, line));
        all.addAll(ahead(region, folder, line));
        all.sort(Comparator.comparing(Event::at));
        return all;
    }

    private List<Event> entering(
            Region region, CountyFolder folder, Instant at, @Nullable StoryDays days) {
        return List.of(
                new Event(at, "Gemeinden, Orte und Grenzen", () -> places.load(region, folder)),
                new Event(
                        at,
                        "Haltepunkte und Fahrplan",
                        () ->
                                stops.load(
                                        region,
                                        folder,
                                        weekday -> days == null ? EVER : days.validFrom(weekday))),
                new Event(
                        at,
                        "Marktwagen und Leitstelle",
                        () -> vans.load(region, folder).then(staff.load(region))),
                new Event(at, "Erzeuger und ihre Artikel", () -> producers.load(region, folder)));
    }

    private List<Event> finished(Region region, CountyFolder folder, Storyline line) {
        LocalDate day = line.days().finished();
        List<Event> events =
                new ArrayList<>(
                        orders(region, folder, line, day, folder.number("orders.finished")));
        events.addAll(requests(region, line, day));
        events.add(
                new Event(
                        line.dayBefore(day, NOON_IS_OVER - 1),
                        "Erzeuger antworten",
                        () -> answers.everybody(region, folder, day)));
        events.add(
                new Event(
                        line.dayBefore(day, NOON_IS_OVER),
                        "Die Leitstelle plant und gibt frei",
                        () -> desk.plan(region, day).then(desk.release(region, day))));
        events.add(
                new Event(
                        line.on(day, TAKING_ALONG),
                        "Ein ganzer Markttag an Bord",
                        () ->
                                tablets.drive(
                                        region,
                                        day,
                                        line.on(day, TAKING_ALONG),
                                        line.on(day, BACK_HOME))));
        return events;
    }

    private List<Event> planned(Region region, CountyFolder folder, Storyline line) {
        LocalDate day = line.days().planned();
        List<Event> events =
                new ArrayList<>(orders(region, folder, line, day, folder.number("orders.planned")));
        events.addAll(requests(region, line, day));
        line.answers(day)
                .forEach(
                        at ->
                                events.add(
                                        new Event(
                                                at,
                                                "Einige Erzeuger antworten",
                                                () -> answers.theQuick(region, folder, day))));
        events.add(
                new Event(
                        line.now(),
                        "Die Leitstelle plant den nächsten Markttag",
                        () -> desk.plan(region, day)));
        return events;
    }

    private List<Event> ahead(Region region, CountyFolder folder, Storyline line) {
        int each = folder.number("orders.ahead");
        return List.of(
                new Event(
                        line.justNow(),
                        "Bestellungen der Tage danach",
                        () ->
                                timetable
                                        .openDays(region)
                                        .filter(day -> day.isAfter(line.days().planned()))
                                        .take(folder.number("days.ahead"))
                                        .collectList()
                                        .flatMapMany(Flux::fromIterable)
                                        .concatMap(
                                                day -> orders.place(region, folder, day, 0, each))
                                        .then()));
    }

    private List<Event> orders(
            Region region, CountyFolder folder, Storyline line, LocalDate day, int all) {
        return line.rushes(day, all).stream()
                .map(
                        rush ->
                                new Event(
                                        rush.at(),
                                        "Bestellungen",
                                        () ->
                                                orders.place(
                                                        region,
                                                        folder,
                                                        day,
                                                        rush.from(),
                                                        rush.to())))
                .toList();
    }

    private List<Event> requests(Region region, Storyline line, LocalDate day) {
        return line.requests(day).stream()
                .map(at -> new Event(at, "Anforderungen an Erzeuger", () -> answers.ask(region)))
                .toList();
    }
}
