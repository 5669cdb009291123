package de.mobilermarktplatz.contract.tour;

import de.mobilermarktplatz.contract.wire.WireCode;

/** What the office asks a van for while the van has the goods. */
public enum RequestKind implements WireCode {
    /** The whole order; its goods become free stock. */
    CANCEL(0),
    /** Less of some lines; always possible until the handover. */
    DECREASE(1),
    /** More of some lines, from free stock aboard. */
    INCREASE(2),
    /** Part of the van's own quota for the shop on the web to sell. */
    GIVE_STOCK(3);

    private final int code;

    RequestKind(int code) {
        this.code = code;
    }

    @Override
    public int code() {
        return code;
    }
}
