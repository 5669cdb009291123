package de.mobilermarktplatz.contract.feed;

import de.mobilermarktplatz.kernel.bytes.Bytes;
import java.util.List;

/**
 * Consecutive changes of one stream. They end where a transaction of the server ended.
 *
 * @param first number of the first entry; the number after the cursor when there is none
 * @param head number of the last entry here; the stream may be further
 * @param stateHash of the stream at {@code head}; empty unless the verdict is FINE
 * @param more whether the stream has more than this answer could carry
 */
public record StreamNews(
        String stream,
        StreamVerdict verdict,
        long first,
        long head,
        Bytes stateHash,
        List<FeedEntry> entries,
        boolean more) {

    public static StreamNews refused(String stream, StreamVerdict verdict) {
        return new StreamNews(stream, verdict, 0, 0, Bytes.EMPTY, List.of(), false);
    }
}
