package de.mobilermarktplatz.kernel.till;

/** How something is paid. */
public enum TenderKind {
    /** The only kind that is Bar in Kassenbeleg-V1. */
    CASH(0),
    /** Card at the terminal on board. */
    CARD(1),
    /** Paid online before; never on a receipt of the till. */
    PREPAID(2),
    /** Charged later through the customer's signed account. */
    ACCOUNT(3);

    private final int code;

    TenderKind(int code) {
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
    public static TenderKind ofCode(int code) {
        for (TenderKind kind : values()) {
            if (kind.code == code) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no TenderKind has code " + code);
    }
}
