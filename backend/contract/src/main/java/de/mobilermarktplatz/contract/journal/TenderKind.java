package de.mobilermarktplatz.contract.journal;

import de.mobilermarktplatz.contract.wire.WireCode;

/** How something is paid. Only cash is Bar in Kassenbeleg-V1. */
public enum TenderKind implements WireCode {
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

    @Override
    public int code() {
        return code;
    }
}
