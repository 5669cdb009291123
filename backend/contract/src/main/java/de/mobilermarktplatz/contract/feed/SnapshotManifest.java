package de.mobilermarktplatz.contract.feed;

import de.mobilermarktplatz.contract.wire.Wire;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import java.time.Instant;
import java.util.List;

/**
 * What a snapshot consists of, so that a transfer that was cut off goes on with the chunks that are
 * missing.
 *
 * @param epoch of the server when it was made
 * @param streams those that were asked for; the snapshot holds those that are FINE
 * @param chunks their names in their order, at most {@link Snapshot#MOST_CHUNKS}
 */
public record SnapshotManifest(
        int proto, long epoch, Instant serverTime, List<Head> streams, List<Bytes> chunks) {

    /**
     * @param stateHash of the stream at {@code seq}; empty unless the verdict is FINE
     */
    public record Head(String stream, StreamVerdict verdict, long seq, Bytes stateHash) {}

    public byte[] encode() {
        return Wire.write(this);
    }

    /**
     * Reads a response body.
     *
     * @throws WireException if it is damaged
     */
    public static SnapshotManifest decode(byte[] body) {
        return Wire.read(body, SnapshotManifest.class);
    }
}
