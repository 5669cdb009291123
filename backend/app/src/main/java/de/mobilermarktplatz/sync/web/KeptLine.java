package de.mobilermarktplatz.sync.web;

import de.mobilermarktplatz.kernel.id.DeviceId;
import de.mobilermarktplatz.sync.Device;
import de.mobilermarktplatz.sync.KeptBatch;
import de.mobilermarktplatz.sync.Releases;
import de.mobilermarktplatz.sync.domain.BatchPreview;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A body that was kept apart, in words. */
record KeptLine(
        String id,
        String who,
        String why,
        String content,
        String stolen,
        String arrived,
        String decided,
        boolean mayBeReleased) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("EE, d. MMM, H:mm 'Uhr'", Locale.GERMANY);

    static KeptLine of(KeptBatch kept, Map<DeviceId, Device> devices, ZoneId zone) {
        @Nullable Device device = devices.get(kept.device());
        Optional<BatchPreview> preview = BatchPreview.of(kept.body());
        return new KeptLine(
                kept.id().toString(),
                device == null ? "" : "Kasse %d, %s".formatted(device.tillNumber(), device.name()),
                why(kept.reason()),
                preview.map(batch -> content(batch, zone))
                        .orElse("Der Inhalt ist nicht lesbar; er bleibt aufbewahrt."),
                preview.map(batch -> stolen(batch, device, zone)).orElse(""),
                time(kept.receivedAt(), zone),
                kept.released() == null ? "" : decided(kept.released(), zone),
                kept.released() == null && preview.isPresent());
    }

    static String words(Releases.Result result) {
        return switch (result) {
            case Releases.Result.Released released ->
                    "Freigegeben: %d Einträge, davon %d neu in den Büchern."
                            .formatted(released.entries(), released.fresh());
            case Releases.Result.NotYet notYet ->
                    "Noch nicht: Davor fehlen Einträge nach Nummer %d. Bitte zuerst ältere Sendungen dieser Kasse freigeben."
                            .formatted(notYet.acked());
            case Releases.Result.NotProven _ ->
                    "Nicht freigegeben: Niemand kann beweisen, dass dieses Tablet das geschrieben hat.";
            case Releases.Result.Unreadable _ ->
                    "Nicht freigegeben: Der Inhalt ist nicht lesbar. Er bleibt aufbewahrt.";
        };
    }

    private static String why(String reason) {
        return switch (reason) {
            case "REVOKED" -> "Das Tablet ist gesperrt.";
            case "FORK" ->
                    "Es gibt zwei Fassungen dieses Kassenbuchs. Vielleicht wurde das Tablet kopiert oder aus einem alten Abbild gestartet.";
            case "BAD_SIGNATURE" -> "Die Unterschrift passt nicht.";
            default -> reason;
        };
    }

    private static String content(BatchPreview batch, ZoneId zone) {
        String what =
                "%d Einträge ab Nummer %d, darunter %d Bons"
                        .formatted(batch.entries(), batch.from(), batch.receipts());
        return batch.times().isEmpty()
                ? what + "."
                : "%s, geschrieben %s bis %s (Uhr des Tablets)."
                        .formatted(
                                what,
                                time(batch.times().getFirst(), zone),
                                time(batch.times().getLast(), zone));
    }

    private static String stolen(BatchPreview batch, @Nullable Device device, ZoneId zone) {
        Instant since = device == null ? null : device.stolenSince();
        if (since == null) {
            return "";
        }
        return "Gestohlen seit %s: %d Einträge sind von danach."
                .formatted(time(since, zone), batch.since(since));
    }

    private static String decided(KeptBatch.Release release, ZoneId zone) {
        return "Freigegeben am %s: %s (%d Einträge, %d neu)"
                .formatted(
                        time(release.at(), zone),
                        release.reason(),
                        release.entries(),
                        release.fresh());
    }

    private static String time(Instant moment, ZoneId zone) {
        return TIME.format(moment.atZone(zone));
    }
}
