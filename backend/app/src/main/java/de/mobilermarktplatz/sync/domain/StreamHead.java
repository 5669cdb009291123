package de.mobilermarktplatz.sync.domain;

import de.mobilermarktplatz.contract.feed.StateHash;
import de.mobilermarktplatz.kernel.bytes.Bytes;

/**
 * Where a stream stands.
 *
 * @param seq number of its last entry, 0 for none
 * @param stateHash of all its items
 */
public record StreamHead(String stream, long seq, Bytes stateHash) {

    /** Of a stream to which nothing was ever put. */
    public static StreamHead empty(String stream) {
        return new StreamHead(stream, 0, StateHash.EMPTY);
    }
}
