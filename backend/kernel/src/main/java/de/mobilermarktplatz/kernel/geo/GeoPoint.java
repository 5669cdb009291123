package de.mobilermarktplatz.kernel.geo;

/**
 * A place in WGS 84.
 *
 * @param latE6 latitude in millionths of a degree, ±90,000,000
 * @param lonE6 longitude in millionths of a degree, ±180,000,000
 */
public record GeoPoint(int latE6, int lonE6) {

    /** Mean Earth radius (IUGG), which keeps the error of a sphere below 0.6 % of the distance. */
    private static final double EARTH_RADIUS_METRES = 6_371_008.8;

    public GeoPoint {
        if (Math.abs((long) latE6) > 90_000_000 || Math.abs((long) lonE6) > 180_000_000) {
            throw new IllegalArgumentException(
                    "no place on Earth: "
                            + latE6
                            + ", "
                            + lonE6
                            + ". Maybe degrees were given, not millionths?");
        }
    }

    /** Rounds to the nearest millionth of a degree (about 11 cm). */
    public static GeoPoint ofDegrees(double latitude, double longitude) {
        return new GeoPoint(
                Math.toIntExact(Math.round(latitude * 1e6)),
                Math.toIntExact(Math.round(longitude * 1e6)));
    }

    public double latitude() {
        return latE6 / 1e6;
    }

    public double longitude() {
        return lonE6 / 1e6;
    }

    /** Metres along the surface (haversine, which stays exact for near points). */
    public int greatCircleMetres(GeoPoint other) {
        double lat1 = Math.toRadians(latitude());
        double lat2 = Math.toRadians(other.latitude());
        double sinLat = Math.sin((lat2 - lat1) / 2);
        double sinLon = Math.sin(Math.toRadians(other.longitude() - longitude()) / 2);
        double h = sinLat * sinLat + Math.cos(lat1) * Math.cos(lat2) * sinLon * sinLon;
        return (int) Math.round(2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(h))));
    }
}
