package de.mobilermarktplatz.contract.tour;

import de.mobilermarktplatz.contract.wire.Wire;
import java.time.Instant;
import java.util.List;

/** Tours a tablet may take along, nearest day first. */
public record TourList(List<TourSummary> tours, Instant serverTime) {

    public byte[] encode() {
        return Wire.write(this);
    }

    /**
     * Reads a response body.
     *
     * @throws WireException if it is damaged
     */
    public static TourList decode(byte[] body) {
        return Wire.read(body, TourList.class);
    }
}
