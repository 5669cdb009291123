package de.mobilermarktplatz.contract.journal;

import de.mobilermarktplatz.contract.wire.WireCode;

/** The answer to the question that blocks a handover. */
public enum AgeCheckResult implements WireCode {
    OLD_ENOUGH(0),
    TOO_YOUNG(1),
    NO_DOCUMENT(2);

    private final int code;

    AgeCheckResult(int code) {
        this.code = code;
    }

    @Override
    public int code() {
        return code;
    }
}
