package de.mobilermarktplatz.simulation.people;

import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.id.DeviceId;
import de.mobilermarktplatz.kernel.id.JournalId;
import de.mobilermarktplatz.simulation.world.Signing;
import de.mobilermarktplatz.tablet.core.Till;
import de.mobilermarktplatz.tablet.machine.Papers;
import java.time.ZoneId;
import java.util.Map;

/** Who a tablet is since its enrolment. A cloned image shares it. */
public record Identity(
        int number,
        DeviceId device,
        JournalId journal,
        Bytes start,
        Signing.Key key,
        Bytes serverKey,
        int tour) {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    public Papers papers() {
        var till = new Till(number, "Musterkreis", ZONE, Map.of(1, serverKey));
        return new Papers(till, journal, start, serverKey, false);
    }
}
