package de.mobilermarktplatz.touring.domain;

import de.mobilermarktplatz.kernel.geo.GeoPoint;
import de.mobilermarktplatz.region.Border;
import de.mobilermarktplatz.region.CountyMap;
import de.mobilermarktplatz.region.MapFrame;
import de.mobilermarktplatz.region.MapLabels;
import de.mobilermarktplatz.region.Place;
import de.mobilermarktplatz.touring.Tour;
import de.mobilermarktplatz.touring.TourVisit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** A drawing of a day's tours on the county: straight lines between the visits. */
public record TourMap(CountyMap ground, List<Line> lines, List<Mark> marks) {

    private static final int AROUND_A_MARK = 17;
    private static final int SIGN_HALF_WIDTH = 34;

    /**
     * One tour.
     *
     * @param number from 1, as in the list of tours; picks colour and dashes
     * @param points as SVG wants them: {@code x,y x,y}
     * @param signX middle of its longest leg, where its number stands
     */
    public record Line(int number, String name, String points, int signX, int signY) {}

    /**
     * One visit.
     *
     * @param label its number on the tour; drawn at calls only, because all tours fetch at the same
     *     producers
     */
    public record Mark(int tour, TourVisit.Kind kind, int x, int y, String label, String name) {}

    private record Spot(int x, int y) {}

    /** Empty lists when there is nothing to draw. */
    public static TourMap of(List<Tour> tours, List<Border> borders, List<Place> places) {
        List<GeoPoint> all =
                tours.stream()
                        .flatMap(tour -> tour.visits().stream())
                        .map(TourVisit::place)
                        .filter(Objects::nonNull)
                        .toList();
        MapFrame frame = CountyMap.frame(borders, all);
        MapLabels labels = new MapLabels(frame);
        List<Line> lines = new ArrayList<>();
        List<Mark> marks = new ArrayList<>();
        for (Tour tour : tours) {
            int number = lines.size() + 1;
            Line line = line(tour, number, frame);
            lines.add(line);
            labels.keepFree(line.signX(), line.signY(), SIGN_HALF_WIDTH);
            marks.addAll(marks(tour, number, frame));
        }
        marks.forEach(mark -> labels.keepFree(mark.x(), mark.y(), AROUND_A_MARK));
        places.forEach(labels::place);
        return new TourMap(
                CountyMap.of(borders, frame, labels), List.copyOf(lines), inOrder(marks));
    }

    /** Calls are drawn last, so that nothing covers their numbers; each producer is drawn once. */
    private static List<Mark> inOrder(List<Mark> marks) {
        Map<Spot, Mark> fixed = new LinkedHashMap<>();
        List<Mark> calls = new ArrayList<>();
        for (Mark mark : marks) {
            if (mark.kind() == TourVisit.Kind.CALL) {
                calls.add(mark);
            } else {
                var _ = fixed.putIfAbsent(new Spot(mark.x(), mark.y()), mark);
            }
        }
        List<Mark> all = new ArrayList<>(fixed.values());
        all.addAll(calls);
        return List.copyOf(all);
    }

    private static Line line(Tour tour, int number, MapFrame frame) {
        List<Spot> spots =
                tour.visits().stream()
                        .map(TourVisit::place)
                        .filter(Objects::nonNull)
                        .map(place -> new Spot(frame.x(place), frame.y(place)))
                        .toList();
        Spot sign = sign(spots);
        return new Line(
                number,
                tour.vanName(),
                spots.stream()
                        .map(spot -> spot.x() + "," + spot.y())
                        .collect(Collectors.joining(" ")),
                sign.x(),
                sign.y());
    }

    private static Spot sign(List<Spot> spots) {
        Spot best = spots.isEmpty() ? new Spot(0, 0) : spots.getFirst();
        long longest = 0;
        for (int i = 1; i < spots.size(); i++) {
            Spot from = spots.get(i - 1);
            Spot to = spots.get(i);
            long wide = (long) to.x() - from.x();
            long high = (long) to.y() - from.y();
            long length = wide * wide + high * high;
            if (length > longest) {
                longest = length;
                best = new Spot((from.x() + to.x()) / 2, (from.y() + to.y()) / 2);
            }
        }
        return best;
    }

    private static List<Mark> marks(Tour tour, int number, MapFrame frame) {
        List<Mark> marks = new ArrayList<>();
        for (TourVisit visit : tour.visits()) {
            GeoPoint place = visit.place();
            if (place != null) {
                marks.add(
                        new Mark(
                                number,
                                visit.kind(),
                                frame.x(place),
                                frame.y(place),
                                String.valueOf(visit.number()),
                                visit.name()));
            }
        }
        return marks;
    }
}
