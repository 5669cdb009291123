package de.mobilermarktplatz.contract.tour;

import de.mobilermarktplatz.contract.wire.WireCode;

/** Why the van stops. */
public enum VisitKind implements WireCode {
    DEPOT(0),
    PICK_UP(1),
    CALL(2),
    BREAK(3);

    private final int code;

    VisitKind(int code) {
        this.code = code;
    }

    @Override
    public int code() {
        return code;
    }
}
