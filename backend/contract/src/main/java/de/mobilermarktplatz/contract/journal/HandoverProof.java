package de.mobilermarktplatz.contract.journal;

import de.mobilermarktplatz.contract.wire.WireCode;

/** How somebody proved that the order is theirs. */
public enum HandoverProof implements WireCode {
    /** Signed pick-up code. */
    QR(0),
    SPOKEN_CODE(1),
    /** The driver knows or asked the name. */
    NAME(2);

    private final int code;

    HandoverProof(int code) {
        this.code = code;
    }

    @Override
    public int code() {
        return code;
    }
}
