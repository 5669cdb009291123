package de.mobilermarktplatz.contract.journal;

import de.mobilermarktplatz.contract.wire.WireCode;

/** What became of a payment. */
public enum PaymentState implements WireCode {
    AUTHORIZED(0),
    CAPTURED(1),
    DECLINED(2),
    /** Stored on the tablet, to be charged when there is a network. */
    DEFERRED(3),
    REFUNDED(4),
    /** The terminal did not answer; the office finds out. */
    UNKNOWN(5);

    private final int code;

    PaymentState(int code) {
        this.code = code;
    }

    @Override
    public int code() {
        return code;
    }
}
