package de.mobilermarktplatz.timetable.web;

import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.security.Permission;
import de.mobilermarktplatz.platform.security.Requires;
import de.mobilermarktplatz.region.Border;
import de.mobilermarktplatz.region.Borders;
import de.mobilermarktplatz.region.CountyMap;
import de.mobilermarktplatz.region.MapFrame;
import de.mobilermarktplatz.region.MapLabels;
import de.mobilermarktplatz.region.Place;
import de.mobilermarktplatz.region.Places;
import de.mobilermarktplatz.timetable.GermanDays;
import de.mobilermarktplatz.timetable.Stop;
import de.mobilermarktplatz.timetable.Timetable;
import de.mobilermarktplatz.timetable.TimetableDesk;
import de.mobilermarktplatz.timetable.domain.Pattern;
import de.mobilermarktplatz.timetable.store.StoredPattern;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import reactor.core.publisher.Mono;

/** The whole repeating timetable on a map and as a table. */
@Controller
class TimetablePages {

    private static final int AROUND_A_MARK = 14;

    /** A stop whose van comes on several weekdays is drawn once, with a plus. */
    private static final String MORE = "+";

    private final Timetable timetable;
    private final TimetableDesk desk;
    private final Borders borders;
    private final Places places;

    TimetablePages(Timetable timetable, TimetableDesk desk, Borders borders, Places places) {
        this.timetable = timetable;
        this.desk = desk;
        this.borders = borders;
        this.places = places;
    }

    /** A stop on the map; its weekday stands in it. */
    record Mark(int x, int y, int weekday, String label) {}

    /** One repeating call in words. */
    record Line(String weekday, String time, String stop, String rhythm) {}

    @GetMapping("/r/{regionSlug}/leitstelle/fahrplan")
    @Requires(Permission.DESK_READ)
    Mono<String> show(Region region, Model model) {
        return Mono.zip(
                        timetable.stops(region).collectList(),
                        desk.patterns(region).collectList(),
                        borders.all(region).collectList(),
                        places.all(region).collectList())
                .doOnNext(
                        known -> {
                            model.addAttribute("stops", known.getT1().size());
                            model.addAttribute("lines", lines(known.getT1(), known.getT2()));
                            draw(model, known.getT1(), known.getT2(), known.getT3(), known.getT4());
                        })
                .thenReturn("timetable/desk");
    }

    private static void draw(
            Model model,
            List<Stop> stops,
            List<StoredPattern> patterns,
            List<Border> borders,
            List<Place> places) {
        MapFrame frame = CountyMap.frame(borders, stops.stream().map(Stop::at).toList());
        MapLabels labels = new MapLabels(frame);
        Map<Object, List<DayOfWeek>> weekdays =
                patterns.stream()
                        .collect(
                                Collectors.groupingBy(
                                        StoredPattern::stop,
                                        Collectors.mapping(
                                                pattern -> pattern.pattern().weekday(),
                                                Collectors.toList())));
        List<Mark> marks =
                stops.stream()
                        .map(stop -> mark(stop, weekdays.getOrDefault(stop.id(), List.of()), frame))
                        .toList();
        marks.forEach(mark -> labels.keepFree(mark.x(), mark.y(), AROUND_A_MARK));
        places.forEach(labels::place);
        model.addAttribute("marks", marks);
        model.addAttribute("map", CountyMap.of(borders, frame, labels));
    }

    private static Mark mark(Stop stop, List<DayOfWeek> weekdays, MapFrame frame) {
        List<DayOfWeek> days = weekdays.stream().distinct().sorted().toList();
        return new Mark(
                frame.x(stop.at()),
                frame.y(stop.at()),
                days.isEmpty() ? 0 : days.getFirst().getValue(),
                days.isEmpty()
                        ? "–"
                        : name(days.getFirst(), TextStyle.SHORT_STANDALONE).replace(".", "")
                                + (days.size() > 1 ? MORE : ""));
    }

    private static List<Line> lines(List<Stop> stops, List<StoredPattern> patterns) {
        Map<Object, Stop> byId =
                stops.stream().collect(Collectors.toMap(Stop::id, Function.identity()));
        return patterns.stream()
                .filter(stored -> byId.containsKey(stored.stop()))
                .sorted(
                        Comparator.comparing((StoredPattern stored) -> stored.pattern().weekday())
                                .thenComparing(stored -> stored.pattern().from())
                                .thenComparing(stored -> spoken(byId, stored)))
                .map(stored -> line(stored.pattern(), spoken(byId, stored)))
                .toList();
    }

    private static String spoken(Map<Object, Stop> stops, StoredPattern stored) {
        Stop stop = stops.get(stored.stop());
        return stop == null ? "" : stop.spokenName();
    }

    private static Line line(Pattern pattern, String stop) {
        return new Line(
                name(pattern.weekday(), TextStyle.FULL),
                GermanDays.time(pattern.from()) + "–" + GermanDays.time(pattern.to()),
                stop,
                pattern.everyWeeks() == 1 ? "jede Woche" : "alle zwei Wochen");
    }

    private static String name(DayOfWeek day, TextStyle style) {
        return day.getDisplayName(style, Locale.GERMANY);
    }
}
