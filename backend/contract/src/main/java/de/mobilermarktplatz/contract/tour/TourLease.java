package de.mobilermarktplatz.contract.tour;

import de.mobilermarktplatz.contract.wire.Wire;
import de.mobilermarktplatz.kernel.id.TourId;

/**
 * The right to write this tour's facts. Taking a tour over raises the generation; entries of an
 * older one are kept but flagged.
 */
public record TourLease(TourId tour, long generation) {

    public byte[] encode() {
        return Wire.write(this);
    }

    /**
     * Reads a response body.
     *
     * @throws WireException if it is damaged
     */
    public static TourLease decode(byte[] body) {
        return Wire.read(body, TourLease.class);
    }
}
