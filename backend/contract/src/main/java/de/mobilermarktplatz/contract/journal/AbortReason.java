package de.mobilermarktplatz.contract.journal;

import de.mobilermarktplatz.contract.wire.WireCode;

/** Why an open basket came to nothing. */
public enum AbortReason implements WireCode {
    DRIVER(0),
    /** Found open at the next start. */
    CRASH(1),
    PAYMENT_FAILED(2),
    CLOSING(3);

    private final int code;

    AbortReason(int code) {
        this.code = code;
    }

    @Override
    public int code() {
        return code;
    }
}
