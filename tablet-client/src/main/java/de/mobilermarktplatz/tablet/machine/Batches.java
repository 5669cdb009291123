package de.mobilermarktplatz.tablet.machine;

import de.mobilermarktplatz.contract.crypto.Signer;
import de.mobilermarktplatz.contract.upload.Protocol;
import de.mobilermarktplatz.contract.upload.SignedAck;
import de.mobilermarktplatz.contract.upload.UploadBatch;
import de.mobilermarktplatz.contract.wire.Wire;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import java.util.List;

/** From rows to what is sent. */
final class Batches {
    private static final int PREFIX = 8;

    private Batches() {}

    /**
     * @param before chain head before {@code from}
     * @param rows may be empty: the batch then only asks how far the server is
     */
    static UploadBatch of(
            Uplink known, long from, Bytes before, List<StoredEntry> rows, Signer key) {
        var lastAck = known.lastAck();
        return new UploadBatch(
                Protocol.CURRENT,
                known.epoch(),
                from,
                before.first(PREFIX),
                rows.stream().map(StoredEntry::entry).toList(),
                rows.isEmpty() ? key.sign(before.toArray()) : rows.getLast().signature(),
                lastAck == null ? null : Wire.read(lastAck.toArray(), SignedAck.class));
    }
}
