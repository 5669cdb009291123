package de.mobilermarktplatz.testing;

import de.mobilermarktplatz.kernel.geo.GeoPoint;
import de.mobilermarktplatz.kernel.id.StopId;
import de.mobilermarktplatz.kernel.quantity.ColdClass;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.region.Municipality;
import de.mobilermarktplatz.region.Place;
import de.mobilermarktplatz.region.Places;
import de.mobilermarktplatz.timetable.Call;
import de.mobilermarktplatz.timetable.NewPattern;
import de.mobilermarktplatz.timetable.Timetable;
import de.mobilermarktplatz.timetable.TimetableDesk;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Villages, stops and calls for a story, made through the real timetable. */
public class TestTimetable {

    /** Litres that one van leaves each call in these stories. */
    public static final Map<ColdClass, Long> ROOM =
            Map.of(ColdClass.AMBIENT, 200_000L, ColdClass.CHILLED, 80_000L, ColdClass.FROZEN, 0L);

    private final Places places;
    private final TimetableDesk desk;
    private final Timetable timetable;

    TestTimetable(Places places, TimetableDesk desk, Timetable timetable) {
        this.places = places;
        this.desk = desk;
        this.timetable = timetable;
    }

    /** Adds a village whose key is its name. */
    public Place village(Region region, String name, String postcode, GeoPoint centre) {
        Place place = new Place(name, "15089000", name, postcode, centre);
        TestRegions.run(
                region,
                places.put(region, new Municipality("15089000", "Mustergemeinde"))
                        .then(places.put(region, place)));
        return place;
    }

    public StopId stop(Region region, String code, String name, Place place, GeoPoint at) {
        return Objects.requireNonNull(
                TestRegions.run(region, desk.putStop(region, code, name, place.key(), at)));
    }

    /**
     * Adds a weekly call at a stop, on the weekday of {@code first}, and publishes what follows.
     */
    public void weekly(
            Region region,
            StopId stop,
            LocalDate first,
            LocalTime from,
            LocalTime to,
            Map<ColdClass, Long> room) {
        TestRegions.run(
                region,
                desk.addPattern(
                                region,
                                new NewPattern(
                                        stop, first.getDayOfWeek(), 1, from, to, first, null, room))
                        .then(desk.publish(region)));
    }

    public List<Call> callsOn(Region region, LocalDate day) {
        return Objects.requireNonNull(
                TestRegions.run(region, timetable.callsOn(region, day).collectList()));
    }

    /**
     * The shortest way to something to order against: one village, one stop, one call 10:00 to
     * 10:30.
     */
    public Call callOn(Region region, LocalDate day) {
        return callOn(region, day, ROOM);
    }

    /** As {@link #callOn(Region, LocalDate)} with room of one's own. */
    public Call callOn(Region region, LocalDate day, Map<ColdClass, Long> room) {
        GeoPoint here = new GeoPoint(51_822_228, 11_626_926);
        Place village = village(region, "Musterdorf", "39418", here);
        StopId stop = stop(region, "musterdorf-platz", "Dorfplatz", village, here);
        weekly(region, stop, day, LocalTime.of(10, 0), LocalTime.of(10, 30), room);
        return callsOn(region, day).getFirst();
    }
}
