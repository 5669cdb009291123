package de.mobilermarktplatz.contract.journal;

import de.mobilermarktplatz.contract.wire.WireCode;

/** Why a finished receipt is reversed. */
public enum VoidReason implements WireCode {
    MISTAKE(0),
    RETURNED_GOODS(1),
    PAYMENT_FAILED(2);

    private final int code;

    VoidReason(int code) {
        this.code = code;
    }

    @Override
    public int code() {
        return code;
    }
}
