package de.mobilermarktplatz.sync.web;

import de.mobilermarktplatz.contract.upload.Protocol;
import de.mobilermarktplatz.contract.upload.UploadBatch;
import de.mobilermarktplatz.platform.problem.RejectedException;
import de.mobilermarktplatz.sync.SyncRejection;
import org.springframework.http.HttpStatus;

/**
 * Reads uploaded batches. Whatever is wrong with one is said by name; nothing of it is kept, and
 * the tablet keeps everything.
 */
final class Batches {

    private Batches() {}

    /**
     * @param from as the address says
     */
    static UploadBatch read(byte[] body, long from) {
        if (body.length > Protocol.MOST_BATCH_BYTES) {
            throw tooLarge();
        }
        int proto = Readings.of(() -> UploadBatch.protoOf(body));
        if (proto < Protocol.OLDEST || proto > Protocol.CURRENT) {
            throw new RejectedException(
                    new SyncRejection.ProtocolUnknown(proto, Protocol.OLDEST, Protocol.CURRENT),
                    HttpStatus.UPGRADE_REQUIRED);
        }
        UploadBatch batch = Readings.of(() -> UploadBatch.decode(body));
        if (batch.entries().size() > Protocol.MOST_ENTRIES) {
            throw tooLarge();
        }
        if (batch.from() != from || from < 1 || from > Long.MAX_VALUE - Protocol.MOST_ENTRIES) {
            throw new RejectedException(
                    new SyncRejection.BeginDoesNotFit(from, batch.from()), HttpStatus.BAD_REQUEST);
        }
        return batch;
    }

    private static RejectedException tooLarge() {
        return new RejectedException(
                new SyncRejection.BatchTooLarge(Protocol.MOST_ENTRIES, Protocol.MOST_BATCH_BYTES),
                HttpStatus.CONTENT_TOO_LARGE);
    }
}
