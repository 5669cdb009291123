package de.mobilermarktplatz.contract.journal;

import de.mobilermarktplatz.contract.wire.WireCode;

/** Why a customer did not take something. */
public enum RefusalReason implements WireCode {
    DAMAGED(0),
    WRONG_GOODS(1),
    CHANGED_MIND(2),
    UNDER_AGE(3),
    /** It was not in the van. */
    NOT_ABOARD(4);

    private final int code;

    RefusalReason(int code) {
        this.code = code;
    }

    @Override
    public int code() {
        return code;
    }
}
