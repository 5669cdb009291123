package de.mobilermarktplatz.sync.domain;

import de.mobilermarktplatz.contract.upload.SignedAck;
import de.mobilermarktplatz.contract.upload.UploadBatch;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import java.util.List;

/**
 * How a server that was restored from a backup notices it (sync.md 2.3): a tablet shows an epoch
 * that this server does not know any more, or our own signature for more than we have.
 */
final class Epochs {

    /**
     * A server is not restored more often than this between two looks of one tablet; what claims
     * more is not believed, so that nobody can use all numbers up.
     */
    static final long MOST_AHEAD = 1_000;

    private final ServerCore.Signatures signatures;
    private final List<Bytes> serverKeys;

    Epochs(ServerCore.Signatures signatures, List<Bytes> serverKeys) {
        this.signatures = signatures;
        this.serverKeys = serverKeys;
    }

    /**
     * The epoch that holds from now on: above every one that a tablet has seen of a server that
     * knew more, so that whatever came down then is fetched anew.
     */
    long after(HeldJournal held, UploadBatch batch) {
        long seen = Math.min(batch.epochSeen(), held.epoch() + MOST_AHEAD);
        boolean back = batch.epochSeen() == seen && seen > held.epoch() || ahead(held, batch);
        return back ? Math.max(held.epoch(), seen + 1) : held.epoch();
    }

    /** The same by our own signature alone, for a tablet whose word does not count. */
    long proven(HeldJournal held, UploadBatch batch) {
        long seen = Math.min(batch.epochSeen(), held.epoch() + MOST_AHEAD);
        return ahead(held, batch) ? Math.max(held.epoch(), seen + 1) : held.epoch();
    }

    private boolean ahead(HeldJournal held, UploadBatch batch) {
        SignedAck last = batch.lastAck();
        if (last == null || last.ack() <= held.state().acked()) {
            return false;
        }
        Bytes statement = Bytes.of(last.statement(held.state().journal()).toSign());
        return serverKeys.stream()
                .anyMatch(key -> signatures.signed(key, statement, last.signature()));
    }
}
