package de.mobilermarktplatz.contract.device;

import de.mobilermarktplatz.contract.wire.WireCode;

/** What the server is allowed to pretend; a tablet keeps the mode it was enrolled in. */
public enum ServerMode implements WireCode {
    LIVE(0),
    /** The server's clock may be moved; its tablets follow it. */
    DEMO(1);

    private final int code;

    ServerMode(int code) {
        this.code = code;
    }

    @Override
    public int code() {
        return code;
    }
}
