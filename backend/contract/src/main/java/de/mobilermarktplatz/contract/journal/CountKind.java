package de.mobilermarktplatz.contract.journal;

import de.mobilermarktplatz.contract.wire.WireCode;

/** When the drawer was counted. */
public enum CountKind implements WireCode {
    OPENING(0),
    INTERIM(1),
    /** Blind: the driver does not see what is expected. */
    CLOSING(2);

    private final int code;

    CountKind(int code) {
        this.code = code;
    }

    @Override
    public int code() {
        return code;
    }
}
