package de.mobilermarktplatz.sync.domain;

import de.mobilermarktplatz.contract.mirror.MirrorEntry;
import de.mobilermarktplatz.contract.mirror.MirrorHeader;
import de.mobilermarktplatz.contract.mirror.MirrorItem;
import de.mobilermarktplatz.contract.mirror.MirrorReader;
import de.mobilermarktplatz.contract.mirror.RecoveryKey;
import de.mobilermarktplatz.kernel.id.JournalId;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
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
     * @param histories more than one when a copied or set-back tablet wrote to the same card
     * @param tangled entries of more histories than anybody can tell apart
     */
    public record Journal(@Nullable MirrorHeader header, List<History> histories, int tangled) {}

    /**
     * @param entries by sequence; what it has in common with an earlier history is in both
     * @param own entries that no earlier history has
     */
    public record History(SortedMap<Long, MirrorEntry> entries, int own) {}

    /** Reads everything; never fails for what it reads. */
    public static CardFindings read(ByteBuffer file, RecoveryKey county) {
        Map<JournalId, CardHistories> found = new LinkedHashMap<>();
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
                    JournalId journal = intact.content().journal();
                    CardHistories of =
                            found.computeIfAbsent(journal, _ -> new CardHistories(journal));
                    switch (intact.content()) {
                        case MirrorHeader header -> {
                            var _ = headers.putIfAbsent(header.journal(), header);
                        }
                        case MirrorEntry entry -> of.add(entry);
                    }
                }
            }
        }
        Map<JournalId, Journal> journals = new LinkedHashMap<>();
        found.forEach(
                (journal, of) -> {
                    var _ =
                            journals.put(
                                    journal,
                                    new Journal(headers.get(journal), of.all(), of.tangled()));
                });
        return new CardFindings(Map.copyOf(journals), damaged, foreign, torn);
    }

    /** Whether the file holds nothing that this key opens. */
    public boolean isEmpty() {
        return journals.isEmpty();
    }
}
