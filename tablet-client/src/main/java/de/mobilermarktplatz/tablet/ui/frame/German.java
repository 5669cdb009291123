package de.mobilermarktplatz.tablet.ui.frame;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days and times as drivers read them. */
public final class German {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm", Locale.GERMANY);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEEE, d. MMMM", Locale.GERMANY);
    private static final DateTimeFormatter SHORT_DAY =
            DateTimeFormatter.ofPattern("EE d.M.", Locale.GERMANY);

    private German() {}

    /** {@code 09:30}. */
    public static String time(LocalTime time) {
        return TIME.format(time);
    }

    /** {@code 09:30–10:15}. */
    public static String times(LocalTime from, LocalTime until) {
        return time(from) + "–" + time(until);
    }

    /** {@code Montag, 23. November}. */
    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** {@code Mo. 23.11.}. */
    public static String shortDay(LocalDate day) {
        return SHORT_DAY.format(day);
    }

    /** {@code 1 Bestellung}, {@code 3 Bestellungen}, {@code keine Bestellungen}. */
    public static String count(long count, String one, String many) {
        return count == 1 ? "1 " + one : count == 0 ? "keine " + many : count + " " + many;
    }
}
