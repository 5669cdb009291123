package de.mobilermarktplatz.sync.domain;

import de.mobilermarktplatz.contract.mirror.MirrorEntry;
import de.mobilermarktplatz.contract.mirror.MirrorHeader;
import de.mobilermarktplatz.contract.mirror.MirrorItem;
import de.mobilermarktplatz.contract.mirror.MirrorReader;
import de.mobilermarktplatz.contract.mirror.RecoveryKey;
import de.mobilermarktplatz.kernel.id.JournalId;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What stands on a tablet's second medium, as far as it can be read; nothing of it is proven yet.
 *
 * @param journals by id, in the order of the file
 * @param damaged places that are no record
 * @param foreign records that another key sealed, or a later version wrote
 * @param torn whether the file ends inside a record
 */
public record CardFindings(
        Map<JournalId, Journal> journals, int damaged, int foreign, boolean torn) {

    /**
     * @param header null when none could be read
     * @param entries by sequence; of two with the same the first
     */
    public record Journal(@Nullable MirrorHeader header, SortedMap<Long, MirrorEntry> entries) {}

    /** Reads everything; never fails for what it reads. */
    public static CardFindings read(ByteBuffer file, RecoveryKey county) {
        Map<JournalId, SortedMap<Long, MirrorEntry>> entries = new LinkedHashMap<>();
        Map<JournalId, MirrorHeader> headers = new LinkedHashMap<>();
        int damaged = 0;
        int foreign = 0;
        boolean torn = false;
        MirrorReader reader = new MirrorReader(file, county);
        for (MirrorItem item = reader.next(); item != null; item = reader.next()) {
            switch (item) {
                case MirrorItem.Damaged _ -> damaged++;
                case MirrorItem.Sealed _ -> foreign++;
                case MirrorItem.Torn _ -> torn = true;
                case MirrorItem.Intact intact -> {
                    var of =
                            entries.computeIfAbsent(
                                    intact.content().journal(), _ -> new TreeMap<>());
                    switch (intact.content()) {
                        case MirrorHeader header -> {
                            var _ = headers.putIfAbsent(header.journal(), header);
                        }
                        case MirrorEntry entry -> {
                            var _ = of.putIfAbsent(entry.seq(), entry);
                        }
                    }
                }
            }
        }
        Map<JournalId, Journal> journals = new LinkedHashMap<>();
        entries.forEach(
                (journal, of) -> {
                    var _ = journals.put(journal, new Journal(headers.get(journal), of));
                });
        return new CardFindings(Map.copyOf(journals), damaged, foreign, torn);
    }

    /** Whether the file holds nothing that this key opens. */
    public boolean isEmpty() {
        return journals.isEmpty();
    }
}
