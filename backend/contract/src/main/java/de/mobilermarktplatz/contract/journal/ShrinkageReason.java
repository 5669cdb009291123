package de.mobilermarktplatz.contract.journal;

import de.mobilermarktplatz.contract.wire.WireCode;

/** Why goods are gone without being sold. */
public enum ShrinkageReason implements WireCode {
    SPOILED(0),
    BROKEN(1),
    LOST(2),
    SAMPLE(3),
    DONATED(4);

    private final int code;

    ShrinkageReason(int code) {
        this.code = code;
    }

    @Override
    public int code() {
        return code;
    }
}
