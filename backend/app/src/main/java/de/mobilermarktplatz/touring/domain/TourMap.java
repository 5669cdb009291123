package de.mobilermarktplatz.touring.domain;

import de.mobilermarktplatz.kernel.geo.GeoPoint;
import de.mobilermarktplatz.touring.Tour;
import de.mobilermarktplatz.touring.TourVisit;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A drawing of a day's tours: straight lines between the visits, no tiles, nothing from elsewhere.
 *
 * @param height for the fixed {@link #WIDTH}, in drawing units
 */
public record TourMap(int height, List<Line> lines, List<Mark> marks) {

    public static final int WIDTH = 900;

    private static final int MARGIN = 40;
    private static final int LOWEST = 300;
    private static final int HIGHEST = 900;
    private static final int MARK = 31;
    private static final int SIDE_BY_SIDE = 4;

    /**
     * A county is small enough for one scale: a degree of longitude at 52° is 0.616 of latitude.
     */
    private static final long LONGITUDE_PER_MILLE = 616;

    private static final long MILLE = 1000;

    /**
     * One tour.
     *
     * @param number from 1, as in the list of tours; picks colour and dashes
     * @param points as SVG wants them: {@code x,y x,y}
     */
    public record Line(int number, String name, String points) {}

    /**
     * One visit.
     *
     * @param label its number on the tour
     */
    public record Mark(int tour, TourVisit.Kind kind, int x, int y, String label, String name) {}

    /** Empty lists when there is nothing to draw. */
    public static TourMap of(List<Tour> tours) {
        List<GeoPoint> all =
                tours.stream()
                        .flatMap(tour -> tour.visits().stream())
                        .map(TourVisit::place)
                        .filter(Objects::nonNull)
                        .toList();
        if (all.isEmpty()) {
            return new TourMap(LOWEST, List.of(), List.of());
        }
        Projection projection = Projection.of(all);
        List<Line> lines = new ArrayList<>();
        List<Mark> marks = new ArrayList<>();
        for (Tour tour : tours) {
            int number = lines.size() + 1;
            lines.add(new Line(number, tour.vanName(), points(tour, projection)));
            marks.addAll(marks(tour, number, projection));
        }
        return new TourMap(projection.height(), List.copyOf(lines), List.copyOf(marks));
    }

    private static String points(Tour tour, Projection projection) {
        return tour.visits().stream()
                .map(TourVisit::place)
                .filter(Objects::nonNull)
                .map(place -> projection.x(place) + "," + projection.y(place))
                .collect(Collectors.joining(" "));
    }

    /** Several tours fetch at the same producer: their marks stand side by side. */
    private static int aside(TourVisit visit, int tour) {
        return visit.kind() == TourVisit.Kind.PICK_UP ? (tour - 1) % SIDE_BY_SIDE * MARK : 0;
    }

    private static List<Mark> marks(Tour tour, int number, Projection projection) {
        List<Mark> marks = new ArrayList<>();
        for (TourVisit visit : tour.visits()) {
            GeoPoint place = visit.place();
            if (place != null) {
                marks.add(
                        new Mark(
                                number,
                                visit.kind(),
                                projection.x(place) + aside(visit, number),
                                projection.y(place),
                                String.valueOf(visit.number()),
                                visit.name()));
            }
        }
        return marks;
    }

    private record Projection(int west, int north, long unitsPerPixel, int left, int height) {

        static Projection of(List<GeoPoint> points) {
            IntSummaryStatistics lat =
                    points.stream().mapToInt(GeoPoint::latE6).summaryStatistics();
            IntSummaryStatistics lon =
                    points.stream().mapToInt(GeoPoint::lonE6).summaryStatistics();
            long wide = (lon.getMax() - lon.getMin()) * LONGITUDE_PER_MILLE / MILLE;
            long high = (long) lat.getMax() - lat.getMin();
            long scale = 1 + Math.max(wide / (WIDTH - 2 * MARGIN), high / (HIGHEST - 2 * MARGIN));
            int height = Math.max(LOWEST, Math.toIntExact(high / scale) + 2 * MARGIN);
            int left = (WIDTH - Math.toIntExact(wide / scale)) / 2;
            return new Projection(lon.getMin(), lat.getMax(), scale, left, height);
        }

        int x(GeoPoint point) {
            long east = (long) point.lonE6() - west;
            return left + Math.toIntExact(east * LONGITUDE_PER_MILLE / MILLE / unitsPerPixel);
        }

        int y(GeoPoint point) {
            return MARGIN + Math.toIntExact(((long) north - point.latE6()) / unitsPerPixel);
        }
    }
}
