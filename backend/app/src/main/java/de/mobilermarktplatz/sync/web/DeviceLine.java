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
 * @param waits whether the desk must say yes first
 * @param expired whether its key has ended
 * @param revoked whether it was taken out for good
 * @param since for the form: now, in the county's time
 */
record DeviceLine(
        DeviceId id,
        int tillNumber,
        String name,
        String state,
        boolean working,
        boolean waits,
        boolean expired,
        boolean revoked,
        String since) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("EE, d. MMM, H:mm 'Uhr'", Locale.GERMANY);
    private static final DateTimeFormatter FIELD =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm", Locale.ROOT);

    static DeviceLine of(Device device, Instant now, ZoneId zone) {
        boolean revoked = device.revokedAt() != null;
        boolean waits = device.waitsSince() != null;
        boolean expired = !now.isBefore(device.certifiedUntil());
        return new DeviceLine(
                device.id(),
                device.tillNumber(),
                device.name(),
                state(device, expired, zone),
                !revoked && !expired && !waits,
                waits && !revoked,
                expired && !revoked,
                revoked,
                FIELD.format(now.atZone(zone)));
    }

    private static String state(Device device, boolean expired, ZoneId zone) {
        if (device.revokedAt() != null) {
            return revoked(device, zone);
        }
        if (device.waitsSince() != null) {
            return "wartet auf Zulassung nach einer Wiederherstellung";
        }
        return expired ? "Zulassung abgelaufen" : "angemeldet";
    }

    private static String revoked(Device device, ZoneId zone) {
        return device.stolenSince() == null
                ? "gesperrt"
                : "gestohlen seit " + TIME.format(device.stolenSince().atZone(zone));
    }
}
