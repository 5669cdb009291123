package de.mobilermarktplatz.tablet.machine;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The state of the uplink as the driver reads it. */
public final class SyncWords {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm", Locale.GERMANY);

    private static final String TOO_OLD =
            "Dieses Programm ist zu alt für neue Touren. Verkaufen und Senden gehen weiter.";
    private static final String NO_COPY =
            "Die Zweitkopie fehlt gerade. Bitte die Speicherkarte prüfen.";

    private SyncWords() {}

    /**
     * @param oldestWaiting wall time of the first entry the server lacks, null when it lacks none
     *     or when this program cannot read it
     */
    public static SyncState of(Memory memory, @Nullable Instant oldestWaiting, ZoneId zone) {
        var line = memory.line();
        long last = memory.open().head().seq();
        var troubles = new ArrayList<String>();
        if (line.trouble() != null) {
            troubles.add(line.trouble());
        }
        if (line.tooOld()) {
            troubles.add(TOO_OLD);
        }
        if (memory.copy().wanted() && !memory.copy().answering()) {
            troubles.add(NO_COPY);
        }
        long acked = line.uplink().acked();
        var trouble = troubles.isEmpty() ? null : String.join(" ", troubles);
        return new SyncState(
                of(acked, last, oldestWaiting, zone, trouble), last, acked, trouble != null);
    }

    /**
     * @param acked entries the server has confirmed
     * @param last entries in the journal
     * @param oldestWaiting wall time of the first entry the server lacks, null when it lacks none
     *     or when this program cannot read it: that many wait all the same
     * @param trouble what keeps the uplink from working although the network is there, or null
     */
    static String of(
            long acked,
            long last,
            @Nullable Instant oldestWaiting,
            ZoneId zone,
            @Nullable String trouble) {
        var words = new StringBuilder().append(acked).append(" beim Server, ");
        if (acked >= last) {
            words.append("alles übertragen");
        } else {
            words.append(last - acked).append(" nur auf diesem Tablet");
            if (oldestWaiting != null) {
                words.append(" seit ").append(TIME.format(oldestWaiting.atZone(zone)));
            }
        }
        return trouble == null ? words.toString() : words.append(". ").append(trouble).toString();
    }
}
