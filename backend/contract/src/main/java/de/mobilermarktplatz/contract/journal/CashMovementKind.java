package de.mobilermarktplatz.contract.journal;

import de.mobilermarktplatz.contract.wire.WireCode;

/** Cash that moves without a sale; maps to GV_TYP of DSFinV-K. */
public enum CashMovementKind implements WireCode {
    /** Cash already in the drawer (Anfangsbestand). */
    OPENING_FLOAT(0),
    /** To or from bank, safe or other van (Geldtransit). */
    TRANSIT(1),
    /** Einzahlung. */
    PAY_IN(2),
    /** Auszahlung. */
    PAY_OUT(3),
    /** Count difference (DifferenzSollIst). */
    DIFFERENCE(4);

    private final int code;

    CashMovementKind(int code) {
        this.code = code;
    }

    @Override
    public int code() {
        return code;
    }
}
