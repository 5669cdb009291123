package de.mobilermarktplatz.contract.feed;

import de.mobilermarktplatz.contract.wire.WireCode;

/** What the server says to a question for one stream. */
public enum StreamVerdict implements WireCode {
    FINE(0),
    /** The cursor is of an older epoch, too old, or ahead of the server: fetch a snapshot. */
    SNAPSHOT_NEEDED(1),
    /** No stream by that name. */
    UNKNOWN(2),
    /** A tour that this tablet does not hold, or another tablet's own stream. */
    NOT_YOURS(3);

    private final int code;

    StreamVerdict(int code) {
        this.code = code;
    }

    @Override
    public int code() {
        return code;
    }
}
