package de.mobilermarktplatz.ordering.domain;

import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.kernel.quantity.Unit;
import de.mobilermarktplatz.timetable.Call;
import de.mobilermarktplatz.timetable.GermanDays;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** Amounts, quantities and times as people read them in German. */
public final class German {
    private German() {}

    /** "1.234,05 €" */
    public static String euros(Money money) {
        return de.mobilermarktplatz.kernel.text.German.euros(money);
    }

    /** "2 Stück", "350 g", "1,5 kg" */
    public static String quantity(Unit unit, long quantity) {
        return de.mobilermarktplatz.kernel.text.German.quantity(unit, quantity);
    }

    /** "3,20 € je Stück", "12,90 € je Kilogramm" */
    public static String price(Money price, Unit unit) {
        return euros(price) + (unit == Unit.PIECE ? " je Stück" : " je Kilogramm");
    }

    /** "morgen, 18:00 Uhr", "Sonntag, 29. November, 18:00 Uhr" */
    public static String moment(Instant instant, ZoneId zone, LocalDate today) {
        ZonedDateTime at = instant.atZone(zone);
        return GermanDays.relativeDay(at.toLocalDate(), today)
                + ", "
                + GermanDays.time(at.toLocalTime())
                + " Uhr";
    }

    /** "Bestellbar bis Sonntag, 29. November, 18:00 Uhr", or since when no longer. */
    public static String cutOff(Instant cutOff, Instant now, ZoneId zone) {
        String moment = moment(cutOff, zone, now.atZone(zone).toLocalDate());
        return now.isBefore(cutOff) ? "Bestellbar bis " + moment : "Bestellschluss war " + moment;
    }

    /** "Dienstag, 1. Dezember, 10:00–10:30 Uhr" */
    public static String when(Call call, LocalDate today) {
        return GermanDays.relativeDay(call.day(), today)
                + ", "
                + GermanDays.time(call.from())
                + "–"
                + GermanDays.time(call.to())
                + " Uhr";
    }
}
