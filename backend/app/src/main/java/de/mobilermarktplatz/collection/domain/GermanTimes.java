package de.mobilermarktplatz.collection.domain;

import de.mobilermarktplatz.collection.ProducerRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days and times in words. */
public final class GermanTimes {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEEE, d. MMMM uuuu", Locale.GERMAN);
    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("EEEE, d. MMMM, H:mm 'Uhr'", Locale.GERMAN);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("H:mm", Locale.GERMAN);

    private GermanTimes() {}

    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    public static String instant(Instant instant, ZoneId zone) {
        return INSTANT.format(instant.atZone(zone));
    }

    /** {@code 6:00 bis 8:00 Uhr}. */
    public static String window(LocalTime from, LocalTime to) {
        return TIME.format(from) + " bis " + TIME.format(to) + " Uhr";
    }

    /** {@code 17}, {@code 18 (Nachtrag 1)}. */
    public static String number(ProducerRequest request) {
        return request.addendum() == 0
                ? Long.toString(request.number())
                : "%d (Nachtrag %d)".formatted(request.number(), request.addendum());
    }
}
