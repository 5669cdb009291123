package de.mobilermarktplatz.catalogue;

import de.mobilermarktplatz.kernel.geo.GeoPoint;
import de.mobilermarktplatz.kernel.id.ProducerId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who offers goods.
 *
 * @param email where requests go; null when the desk calls instead
 * @param address street, postcode and place as one reads them, may be empty
 * @param cutOffDays days before the market day at which orders close, 0 to 28
 * @param cutOffTime local time of that day
 * @param pickupFrom from when a van may load on the market day, local time, before {@code pickupTo}
 * @param pickupSeconds how long the van stands there
 */
public record Producer(
        ProducerId id,
        String name,
        @Nullable String email,
        @Nullable String phone,
        Address address,
        GeoPoint location,
        int cutOffDays,
        LocalTime cutOffTime,
        LocalTime pickupFrom,
        LocalTime pickupTo,
        int pickupSeconds,
        SaleModel saleModel,
        TaxStatus taxStatus) {

    /** The longest lead time a producer may ask for; calls are published eight weeks ahead. */
    public static final int MAX_DAYS_BEFORE = 28;

    /** Where the goods are fetched. */
    public record Address(String street, String postcode, String place) {}

    /** The first instant at which an order for the day is too late. */
    public Instant cutOff(LocalDate marketDay, ZoneId zone) {
        return cutOff(marketDay, cutOffDays, cutOffTime, zone);
    }

    /**
     * The same by numbers. Of a wall clock time that comes twice in autumn the later one counts, so
     * nobody is refused early; one that summer time skips is moved forward by the missing hour.
     *
     * @param daysBefore 0 to {@value #MAX_DAYS_BEFORE}
     */
    public static Instant cutOff(LocalDate marketDay, int daysBefore, LocalTime time, ZoneId zone) {
        if (daysBefore < 0 || daysBefore > MAX_DAYS_BEFORE) {
            throw new IllegalArgumentException(
                    "cut-off is %d days before the market day, allowed are 0 to %d"
                            .formatted(daysBefore, MAX_DAYS_BEFORE));
        }
        return ZonedDateTime.of(marketDay.minusDays(daysBefore), time, zone)
                .withLaterOffsetAtOverlap()
                .toInstant();
    }
}
