package de.mobilermarktplatz.region.domain;

import java.util.Optional;

/** The sixteen states by the codes of ISO 3166-2:DE; holidays are state law. */
public enum GermanState {
    BW,
    BY,
    BE,
    BB,
    HB,
    HH,
    HE,
    MV,
    NI,
    NW,
    RP,
    SL,
    SN,
    ST,
    SH,
    TH;

    /** Empty when no state has this code. */
    public static Optional<GermanState> of(String code) {
        for (GermanState state : values()) {
            if (state.name().equals(code)) {
                return Optional.of(state);
            }
        }
        return Optional.empty();
    }
}
