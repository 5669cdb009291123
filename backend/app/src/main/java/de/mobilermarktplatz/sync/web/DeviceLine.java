package de.mobilermarktplatz.sync.web;

import de.mobilermarktplatz.kernel.id.DeviceId;
import de.mobilermarktplatz.sync.Device;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A tablet as the desk sees it.
 *
 * @param state what it may do, in words
 * @param working whether it gets tours
 * @param revoked whether it was taken out for good
 * @param since for the form: now, in the county's time
 */
record DeviceLine(
        DeviceId id,
        int tillNumber,
        String name,
        String state,
        boolean working,
        boolean revoked,
        String since) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("EE, d. MMM, H:mm 'Uhr'", Locale.GERMANY);
    private static final DateTimeFormatter FIELD =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm", Locale.ROOT);

    static DeviceLine of(Device device, Instant now, ZoneId zone) {
        boolean revoked = device.revokedAt() != null;
        boolean expired = !now.isBefore(device.certifiedUntil());
        return new DeviceLine(
                device.id(),
                device.tillNumber(),
                device.name(),
                revoked ? revoked(device, zone) : expired ? "Zulassung abgelaufen" : "angemeldet",
                !revoked && !expired,
                revoked,
                FIELD.format(now.atZone(zone)));
    }

    private static String revoked(Device device, ZoneId zone) {
        return device.stolenSince() == null
                ? "gesperrt"
                : "gestohlen seit " + TIME.format(device.stolenSince().atZone(zone));
    }
}
