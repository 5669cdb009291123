package de.mobilermarktplatz.timetable.store;

import static de.mobilermarktplatz.platform.database.Values.get;

import de.mobilermarktplatz.kernel.geo.GeoPoint;
import de.mobilermarktplatz.kernel.id.CallId;
import de.mobilermarktplatz.kernel.id.StopId;
import de.mobilermarktplatz.timetable.Call;
import de.mobilermarktplatz.timetable.Stop;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;

/** Rows to values. */
final class Rows {

    private Rows() {}

    static Stop stop(Readable row) {
        return new Stop(
                new StopId(uuid(row, "stop_id")),
                text(row, "code"),
                text(row, "name"),
                text(row, "place_key"),
                text(row, "place_name"),
                new GeoPoint(number(row, "lat_e6"), number(row, "lon_e6")));
    }

    static Call call(Readable row) {
        return new Call(
                new CallId(uuid(row, "call_id")),
                stop(row),
                day(row, "market_day"),
                time(row, "window_from"),
                time(row, "window_to"));
    }

    static UUID uuid(Readable row, String column) {
        return get(row, column, UUID.class);
    }

    static String text(Readable row, String column) {
        return get(row, column, String.class);
    }

    static int number(Readable row, String column) {
        return get(row, column, Integer.class);
    }

    static long big(Readable row, String column) {
        return get(row, column, Long.class);
    }

    static LocalDate day(Readable row, String column) {
        return get(row, column, LocalDate.class);
    }

    static LocalTime time(Readable row, String column) {
        return get(row, column, LocalTime.class);
    }
}
