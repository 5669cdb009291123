package de.mobilermarktplatz.tablet.sync;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The state of the uplink as the driver reads it. */
final class SyncWords {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm", Locale.GERMANY);

    private SyncWords() {}

    /**
     * @param acked entries the server has confirmed
     * @param last entries in the journal
     * @param oldestWaiting wall time of the first entry the server lacks, null when it lacks none
     * @param trouble what keeps the uplink from working although the network is there, or null
     */
    static String of(
            long acked,
            long last,
            @Nullable Instant oldestWaiting,
            ZoneId zone,
            @Nullable String trouble) {
        var words = new StringBuilder().append(acked).append(" beim Server, ");
        if (oldestWaiting == null) {
            words.append("alles übertragen");
        } else {
            words.append(last - acked)
                    .append(" nur auf diesem Tablet seit ")
                    .append(TIME.format(oldestWaiting.atZone(zone)));
        }
        return trouble == null ? words.toString() : words.append(". ").append(trouble).toString();
    }
}
