package de.mobilermarktplatz.contract.feed;

import de.mobilermarktplatz.contract.upload.Protocol;
import de.mobilermarktplatz.contract.wire.Deflate;
import de.mobilermarktplatz.contract.wire.Wire;
import java.time.Instant;
import java.util.List;

/**
 * What happened in the streams that were asked for. The body of the response is the raw DEFLATE of
 * this record's CBOR.
 *
 * @param proto version of the items, {@link Protocol#CURRENT}
 * @param epoch of the server; cursors of an older one are worth nothing
 */
public record FeedReply(int proto, long epoch, Instant serverTime, List<StreamNews> streams) {

    public byte[] encode() {
        return Deflate.compress(Wire.write(this));
    }

    /**
     * Reads a response body.
     *
     * @throws WireException if it is damaged or too long
     */
    public static FeedReply decode(byte[] body) {
        return Wire.read(Deflate.expand(body, 4 * Protocol.MOST_BATCH_BYTES), FeedReply.class);
    }
}
