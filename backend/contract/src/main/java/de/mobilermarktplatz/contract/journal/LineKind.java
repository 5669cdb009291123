package de.mobilermarktplatz.contract.journal;

import de.mobilermarktplatz.contract.wire.WireCode;

/** What a receipt line is; maps to GV_TYP of DSFinV-K. */
public enum LineKind implements WireCode {
    /** Goods, with the deposit charged on them (Umsatz, Pfand). */
    GOODS(0),
    /** Empties taken back (PfandRueckzahlung); the amount is negative. */
    DEPOSIT_RETURN(1),
    /** Price reduction (Rabatt); the total is negative. */
    DISCOUNT(2);

    private final int code;

    LineKind(int code) {
        this.code = code;
    }

    @Override
    public int code() {
        return code;
    }
}
