package de.mobilermarktplatz.contract.journal;

import de.mobilermarktplatz.contract.wire.WireCode;

/** What the van made of a request from the office. */
public enum Verdict implements WireCode {
    DONE(0),
    /** Already handed over or sold. */
    TOO_LATE(1),
    NOT_POSSIBLE(2);

    private final int code;

    Verdict(int code) {
        this.code = code;
    }

    @Override
    public int code() {
        return code;
    }
}
