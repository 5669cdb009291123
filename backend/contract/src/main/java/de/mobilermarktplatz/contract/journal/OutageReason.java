package de.mobilermarktplatz.contract.journal;

import de.mobilermarktplatz.contract.wire.WireCode;

/** Why the security module cannot sign. */
public enum OutageReason implements WireCode {
    UNREACHABLE(0),
    TIME_NOT_SET(1),
    CERTIFICATE_EXPIRED(2),
    STORAGE_FULL(3),
    REJECTED(4);

    private final int code;

    OutageReason(int code) {
        this.code = code;
    }

    @Override
    public int code() {
        return code;
    }
}
