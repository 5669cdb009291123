package de.mobilermarktplatz.contract.journal;

import de.mobilermarktplatz.contract.wire.WireCode;

/** Beginning or end of an outage. */
public enum OutagePhase implements WireCode {
    BEGAN(0),
    ENDED(1);

    private final int code;

    OutagePhase(int code) {
        this.code = code;
    }

    @Override
    public int code() {
        return code;
    }
}
