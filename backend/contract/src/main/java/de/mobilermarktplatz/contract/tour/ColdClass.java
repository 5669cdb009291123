package de.mobilermarktplatz.contract.tour;

import de.mobilermarktplatz.contract.wire.WireCode;

/** The compartment goods need. */
public enum ColdClass implements WireCode {
    AMBIENT(0),
    CHILLED(1),
    FROZEN(2);

    private final int code;

    ColdClass(int code) {
        this.code = code;
    }

    @Override
    public int code() {
        return code;
    }
}
