package de.mobilermarktplatz.kernel.till;

/** What a receipt line is; maps to GV_TYP of DSFinV-K. */
public enum LineKind {
    /** Goods, with the deposit charged on them (Umsatz, Pfand). */
    GOODS(0),
    /** Empties taken back (PfandRueckzahlung); the amount is negative. */
    DEPOSIT_RETURN(1),
    /** Price reduction (Rabatt); the price is negative. */
    DISCOUNT(2);

    private final int code;

    LineKind(int code) {
        this.code = code;
    }

    /** The number on the wire and in tables; never given to another constant. */
    public int code() {
        return code;
    }

    /**
     * The kind of a number.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static LineKind ofCode(int code) {
        for (LineKind kind : values()) {
            if (kind.code == code) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no LineKind has code " + code);
    }
}
