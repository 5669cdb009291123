package de.mobilermarktplatz.region;

import de.mobilermarktplatz.kernel.geo.GeoPoint;
import java.util.ArrayList;
import java.util.List;

/**
 * The ground of every map of the county: outlines and the names of its villages. Works without
 * outlines too, only emptier.
 */
public record CountyMap(MapFrame frame, List<Area> areas, List<MapLabels.Label> labels) {

    /** Points beyond this many drawing units outside are of no use to the eye. */
    private static final int FAR = 4 * MapFrame.WIDTH;

    /**
     * The county or a municipality.
     *
     * @param path as SVG wants it, to be filled by the even-odd rule
     */
    public record Area(String path, String name, boolean county) {}

    /**
     * @param labels already placed, with everything that they must not cover
     */
    public static CountyMap of(List<Border> borders, MapFrame frame, MapLabels labels) {
        return new CountyMap(
                frame,
                borders.stream()
                        .map(border -> area(border, frame))
                        .filter(area -> !area.path().isEmpty())
                        .toList(),
                labels.placed());
    }

    /** A frame around what must be seen, or around the county while there is nothing yet. */
    public static MapFrame frame(List<Border> borders, List<GeoPoint> shown) {
        return MapFrame.around(
                shown.isEmpty()
                        ? borders.stream()
                                .flatMap(border -> border.rings().stream())
                                .flatMap(List::stream)
                                .toList()
                        : shown);
    }

    private static Area area(Border border, MapFrame frame) {
        StringBuilder path = new StringBuilder();
        for (List<GeoPoint> ring : border.rings()) {
            String drawn = ring(ring, frame);
            var _ = path.append(drawn);
        }
        return new Area(path.toString(), border.name(), border.isCounty());
    }

    /** Whole drawing units: points that fall on the one before are left out. */
    private static String ring(List<GeoPoint> ring, MapFrame frame) {
        List<String> points = new ArrayList<>();
        for (GeoPoint point : ring) {
            int x = Math.clamp(frame.x(point), -FAR, FAR);
            int y = Math.clamp(frame.y(point), -FAR, FAR);
            String drawn = x + " " + y;
            if (points.isEmpty() || !points.getLast().equals(drawn)) {
                points.add(drawn);
            }
        }
        return points.size() < 3 ? "" : "M" + String.join("L", points) + "Z";
    }
}
