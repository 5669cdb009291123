package de.mobilermarktplatz.platform.region;

import de.mobilermarktplatz.kernel.id.RegionId;
import java.time.ZoneId;

/**
 * A tenant: one county. All data belongs to exactly one region.
 *
 * @param slug first part of its addresses, lower case letters, digits and dashes
 * @param name as people read it
 * @param zone in which its days and times of day are meant
 * @param sample true when its people and farms are invented; every page says so
 */
public record Region(RegionId id, String slug, String name, ZoneId zone, boolean sample) {}
