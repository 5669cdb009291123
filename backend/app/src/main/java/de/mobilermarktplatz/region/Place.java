package de.mobilermarktplatz.region;

import de.mobilermarktplatz.kernel.geo.GeoPoint;

/**
 * A village or town quarter where people live.
 *
 * @param key stable within the region, for addresses
 * @param municipalityKey official municipality key (AGS) it belongs to
 * @param centre about where people of this place would start to walk
 */
public record Place(
        String key, String municipalityKey, String name, String postcode, GeoPoint centre) {}
