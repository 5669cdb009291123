package de.mobilermarktplatz.timetable;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days and times as people say them in German. */
public final class GermanDays {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEEE, d. MMMM", Locale.GERMANY);
    private static final DateTimeFormatter DAY_AND_YEAR =
            DateTimeFormatter.ofPattern("EEEE, d. MMMM yyyy", Locale.GERMANY);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("H:mm", Locale.GERMANY);

    private GermanDays() {}

    /** "Dienstag, 1. Dezember"; with the year when it is not this one. */
    public static String day(LocalDate day, LocalDate today) {
        return (day.getYear() == today.getYear() ? DAY : DAY_AND_YEAR).format(day);
    }

    /** "heute", "morgen", else {@link #day}. */
    public static String relativeDay(LocalDate day, LocalDate today) {
        if (day.equals(today)) {
            return "heute";
        }
        return day.equals(today.plusDays(1)) ? "morgen" : day(day, today);
    }

    /** "9:05". */
    public static String time(LocalTime time) {
        return TIME.format(time);
    }

    /** "350 m" below a kilometre, "1,2 km" above. */
    public static String distance(int metres) {
        if (metres < 1000) {
            return metres + " m";
        }
        int hundreds = (metres + 50) / 100;
        return "%d,%d km".formatted(hundreds / 10, hundreds % 10);
    }
}
