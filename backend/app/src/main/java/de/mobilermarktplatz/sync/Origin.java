package de.mobilermarktplatz.sync;

import de.mobilermarktplatz.kernel.id.DeviceId;
import de.mobilermarktplatz.kernel.id.JournalId;
import de.mobilermarktplatz.platform.region.Region;

/** Whose journal brought what is written. */
record Origin(Region region, DeviceId device, int tillNumber, JournalId journal) {}
