package de.mobilermarktplatz.contract.journal;

import de.mobilermarktplatz.contract.wire.WireCode;

/** Something about the tablet itself. */
public enum DeviceEventKind implements WireCode {
    /** Value: number of the start. */
    STARTED(0),
    STOPPED(1),
    /** Person: who sells from here on. */
    DRIVER_ON(2),
    DRIVER_OFF(3),
    /** Value: wrong attempts in a row. */
    WRONG_PIN(4),
    /** Restarted without a network. */
    CLOCK_UNTRUSTED(5),
    /** Value: megabytes left. */
    STORAGE_LOW(6),
    /** Value: build number. */
    SOFTWARE_UPDATED(7),
    /** Value: tour generation. */
    TOUR_TAKEN(8),
    TOUR_RETURNED(9);

    private final int code;

    DeviceEventKind(int code) {
        this.code = code;
    }

    @Override
    public int code() {
        return code;
    }
}
