package de.mobilermarktplatz.region;

import de.mobilermarktplatz.kernel.geo.GeoPoint;
import java.util.IntSummaryStatistics;
import java.util.List;

/**
 * Where a point of the county lies on a drawing {@value #WIDTH} units wide: equirectangular, which
 * is true enough for a county. No tiles, nothing from elsewhere.
 */
public final class MapFrame {

    public static final int WIDTH = 900;

    private static final int MARGIN = 60;
    private static final int LOWEST = 380;
    private static final int HIGHEST = 900;

    /** A county in Germany is small enough for one scale: cos 52° = 0.616. */
    private static final long LONGITUDE_PER_MILLE = 616;

    private static final long MILLE = 1000;

    private final int west;
    private final int north;
    private final long microDegreesPerUnit;
    private final int left;
    private final int top;
    private final int height;

    private MapFrame(int west, int north, long microDegreesPerUnit, int left, int top, int height) {
        this.west = west;
        this.north = north;
        this.microDegreesPerUnit = microDegreesPerUnit;
        this.left = left;
        this.top = top;
        this.height = height;
    }

    /** Shows all of these points with a margin. */
    public static MapFrame around(List<GeoPoint> points) {
        if (points.isEmpty()) {
            return new MapFrame(0, 0, 1, MARGIN, MARGIN, LOWEST);
        }
        IntSummaryStatistics lat = points.stream().mapToInt(GeoPoint::latE6).summaryStatistics();
        IntSummaryStatistics lon = points.stream().mapToInt(GeoPoint::lonE6).summaryStatistics();
        long wide = ((long) lon.getMax() - lon.getMin()) * LONGITUDE_PER_MILLE / MILLE;
        long high = (long) lat.getMax() - lat.getMin();
        long scale = 1 + Math.max(wide / (WIDTH - 2 * MARGIN), high / (HIGHEST - 2 * MARGIN));
        int drawn = Math.toIntExact(high / scale);
        int height = Math.max(LOWEST, drawn + 2 * MARGIN);
        return new MapFrame(
                lon.getMin(),
                lat.getMax(),
                scale,
                (WIDTH - Math.toIntExact(wide / scale)) / 2,
                (height - drawn) / 2,
                height);
    }

    public int height() {
        return height;
    }

    public int x(GeoPoint point) {
        long east = ((long) point.lonE6() - west) * LONGITUDE_PER_MILLE / MILLE;
        return left + Math.toIntExact(east / microDegreesPerUnit);
    }

    public int y(GeoPoint point) {
        return top + Math.toIntExact(((long) north - point.latE6()) / microDegreesPerUnit);
    }

    /** Whether the point is on the drawing. */
    public boolean shows(GeoPoint point) {
        int x = x(point);
        int y = y(point);
        return x >= 0 && x <= WIDTH && y >= 0 && y <= height;
    }
}
