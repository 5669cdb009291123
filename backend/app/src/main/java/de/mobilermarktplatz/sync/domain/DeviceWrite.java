package de.mobilermarktplatz.sync.domain;

import de.mobilermarktplatz.kernel.id.DeviceId;
import java.time.Instant;

/** A tablet's keys. */
public sealed interface DeviceWrite extends Write {

    /**
     * A key beside those it has.
     *
     * @param othersEnd the others end no later than this
     */
    record KeyAdded(DeviceId device, DeviceKey key, Instant othersEnd) implements DeviceWrite {}
}
