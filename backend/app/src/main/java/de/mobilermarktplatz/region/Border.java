package de.mobilermarktplatz.region;

import de.mobilermarktplatz.kernel.geo.GeoPoint;
import java.util.List;

/**
 * The simplified outline of the county or of one of its municipalities, for maps only: no question
 * of who belongs where is decided by it.
 *
 * @param key official key (AGS): five digits for the county, eight for a municipality
 * @param name as people read it on a map
 * @param rings the largest first; exclaves and holes are rings too, so fill by the even-odd rule.
 *     The first point of a ring is not repeated at its end; neighbours share their points
 */
public record Border(String key, String name, List<List<GeoPoint>> rings) {

    private static final int COUNTY_DIGITS = 5;

    public Border {
        rings = rings.stream().map(List::copyOf).toList();
    }

    public boolean isCounty() {
        return key.length() == COUNTY_DIGITS;
    }
}
