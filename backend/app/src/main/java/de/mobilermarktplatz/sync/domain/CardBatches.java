package de.mobilermarktplatz.sync.domain;

import de.mobilermarktplatz.contract.mirror.MirrorEntry;
import de.mobilermarktplatz.contract.upload.Protocol;
import de.mobilermarktplatz.contract.upload.UploadBatch;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import java.util.ArrayList;
import java.util.List;

/**
 * Proven entries of a card as the tablet would have sent them. A batch ends where the tablet
 * changed its key, so that the one that announces a key is signed by the one before it.
 */
final class CardBatches {

    private static final int MOST_ENTRIES = 100;

    private CardBatches() {}

    static List<UploadBatch> of(JournalState held, List<MirrorEntry> run) {
        List<UploadBatch> batches = new ArrayList<>();
        List<MirrorEntry> part = new ArrayList<>();
        Bytes before = held.head();
        for (MirrorEntry entry : run) {
            part.add(entry);
            if (part.size() == MOST_ENTRIES || CardKeys.endsAKey(entry)) {
                batches.add(batch(before, part));
                before = entry.hash();
                part.clear();
            }
        }
        if (!part.isEmpty()) {
            batches.add(batch(before, part));
        }
        return batches;
    }

    private static UploadBatch batch(Bytes before, List<MirrorEntry> part) {
        return new UploadBatch(
                Protocol.CURRENT,
                0,
                part.getFirst().seq(),
                before.first(8),
                part.stream().map(MirrorEntry::entry).toList(),
                part.getLast().signature(),
                null);
    }
}
