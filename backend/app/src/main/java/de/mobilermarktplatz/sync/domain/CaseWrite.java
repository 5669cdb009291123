package de.mobilermarktplatz.sync.domain;

import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.id.JournalId;
import de.mobilermarktplatz.kernel.id.OrderId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a human must look at. */
public sealed interface CaseWrite extends Write {

    /**
     * An office case; one with the same id is opened once.
     *
     * @param seq of the entry it is about
     * @param detail German words
     */
    record OpenCase(
            UUID id,
            String kind,
            JournalId journal,
            long seq,
            @Nullable OrderId order,
            String detail,
            Instant now)
            implements CaseWrite {

        /**
         * A case whose id follows from what it is about.
         *
         * @param about tells cases of one kind and journal apart
         */
        public static OpenCase about(
                String kind,
                JournalId journal,
                long seq,
                @Nullable OrderId order,
                String about,
                String detail,
                Instant now) {
            UUID id =
                    UUID.nameUUIDFromBytes(
                            (kind + "|" + journal + "|" + about).getBytes(StandardCharsets.UTF_8));
            return new OpenCase(id, kind, journal, seq, order, detail, now);
        }
    }

    /**
     * A body that is kept as it came, once however often it comes.
     *
     * @param link where its entries stand, null when what comes before them is not known
     */
    record Quarantine(
            JournalId journal, String reason, Bytes body, Instant now, @Nullable KeptLink link)
            implements CaseWrite {

        /** Of which nobody knows what comes before it. */
        public Quarantine(JournalId journal, String reason, Bytes body, Instant now) {
            this(journal, reason, body, now, null);
        }
    }

    /**
     * Entries that are kept apart and hang on what is held or kept.
     *
     * @param head chain head after {@code upTo}, 32 bytes
     */
    record KeptLink(long from, long upTo, Bytes head) {}
}
