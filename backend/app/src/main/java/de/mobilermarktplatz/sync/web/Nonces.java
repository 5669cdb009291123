package de.mobilermarktplatz.sync.web;

import de.mobilermarktplatz.kernel.id.DeviceId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Nonces seen lately. Bounded: when it is full the oldest is forgotten, which at worst lets a
 * recorded question be asked again within five minutes; it changes nothing and its answer goes to
 * the same device.
 */
@Component
class Nonces {

    private static final int MOST = 20_000;

    private final Map<String, Instant> seen =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
                    return size() > MOST;
                }
            };

    synchronized boolean first(DeviceId device, String nonce, Instant sent) {
        return !nonce.isEmpty()
                && nonce.length() <= 64
                && seen.putIfAbsent(device + "|" + nonce, sent) == null;
    }
}
