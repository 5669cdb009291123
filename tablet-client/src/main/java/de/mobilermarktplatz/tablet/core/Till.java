package de.mobilermarktplatz.tablet.core;

import de.mobilermarktplatz.kernel.bytes.Bytes;
import java.time.ZoneId;
import java.util.Map;

/**
 * Which till this is.
 *
 * @param number of the till in its region, from 1
 * @param zone of the region; receipts and business days are in it
 * @param serverKeys raw public keys of the server by number; they sign pick-up codes
 */
public record Till(int number, String regionName, ZoneId zone, Map<Integer, Bytes> serverKeys) {
    public Till {
        serverKeys = Map.copyOf(serverKeys);
    }
}
