package de.mobilermarktplatz.catalogue.web;

import de.mobilermarktplatz.catalogue.Producer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * One of the next market days with the end of ordering, in words.
 *
 * @param open whether customers can still order
 */
public record DayLine(String day, String cutOff, boolean open) {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEEE, d. MMMM", Locale.GERMAN);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("EEEE, d. MMMM, H:mm 'Uhr'", Locale.GERMAN);

    static DayLine of(Producer producer, LocalDate day, ZoneId zone, Instant now) {
        Instant cutOff = producer.cutOff(day, zone);
        return new DayLine(DAY.format(day), TIME.format(cutOff.atZone(zone)), now.isBefore(cutOff));
    }
}
