package de.mobilermarktplatz.region;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.kernel.geo.GeoPoint;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.testing.MarktplatzTest;
import de.mobilermarktplatz.testing.TestRegions;
import java.util.List;
import org.junit.jupiter.api.Test;

@MarktplatzTest
class BordersTest {

    private static final List<GeoPoint> SQUARE = square(51_000_000, 200_000);
    private static final List<GeoPoint> HOLE = square(51_050_000, 50_000);

    private final TestRegions regions;
    private final Borders borders;

    BordersTest(TestRegions regions, Borders borders) {
        this.regions = regions;
        this.borders = borders;
    }

    private static List<GeoPoint> square(int corner, int side) {
        int lon = corner - 40_000_000;
        return List.of(
                new GeoPoint(corner, lon),
                new GeoPoint(corner, lon + side),
                new GeoPoint(corner + side, lon + side),
                new GeoPoint(corner + side, lon));
    }

    @Test
    void everyRegionHasItsOwnOutlinesTheCountyFirst() {
        Region region = regions.create();
        Border town = new Border("15999001", "Musterstadt", List.of(SQUARE));
        Border county = new Border("15999", "Musterkreis", List.of(SQUARE, HOLE));
        TestRegions.run(region, borders.put(region, town));
        TestRegions.run(region, borders.put(region, county));

        assertThat(all(region)).containsExactly(county, town);
        assertThat(county.isCounty()).isTrue();
        assertThat(town.isCounty()).isFalse();
        assertThat(all(regions.create())).isEmpty();
    }

    @Test
    void aNewOutlineReplacesTheOldOne() {
        Region region = regions.create();
        TestRegions.run(
                region, borders.put(region, new Border("15999", "Alt", List.of(SQUARE, HOLE))));
        Border now = new Border("15999", "Neu", List.of(HOLE));
        TestRegions.run(region, borders.put(region, now));
        assertThat(all(region)).containsExactly(now);
    }

    private List<Border> all(Region region) {
        return TestRegions.run(region, borders.all(region).collectList());
    }
}
