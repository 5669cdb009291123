package de.mobilermarktplatz.endtoend;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates as the pages word them: {@code 3. Dezember}. */
final class GermanDate {

    private static final DateTimeFormatter DAY_AND_MONTH =
            DateTimeFormatter.ofPattern("d. MMMM", Locale.GERMAN);

    private GermanDate() {}

    /** The next such day from today on. */
    static LocalDate next(int day, String month) {
        LocalDate today = LocalDate.now(ZoneId.of("Europe/Berlin"));
        LocalDate found = MonthDay.parse(day + ". " + month, DAY_AND_MONTH).atYear(today.getYear());
        return found.isBefore(today) ? found.plusYears(1) : found;
    }

    static String dayAndMonth(LocalDate day) {
        return DAY_AND_MONTH.format(day);
    }
}
