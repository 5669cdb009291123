package de.mobilermarktplatz.region;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.kernel.geo.GeoPoint;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The ground of every map: north is up, everything that must be seen is on it. */
class CountyMapTest {

    private static final GeoPoint NORTH_WEST = new GeoPoint(51_950_000, 11_500_000);
    private static final GeoPoint SOUTH_EAST = new GeoPoint(51_750_000, 11_800_000);
    private static final GeoPoint FAR_AWAY = new GeoPoint(52_900_000, 13_400_000);

    private static final Border MUNICIPALITY =
            new Border(
                    "15089000",
                    "Mustergemeinde",
                    List.of(
                            List.of(
                                    NORTH_WEST,
                                    new GeoPoint(51_950_000, 11_800_000),
                                    SOUTH_EAST,
                                    SOUTH_EAST,
                                    new GeoPoint(51_750_000, 11_500_000))));

    private static Place village(String name, GeoPoint at) {
        return new Place(name, "15089000", name, "39418", at);
    }

    @Test
    void northIsUpAndEastIsRightAndAllIsInside() {
        MapFrame frame = CountyMap.frame(List.of(), List.of(NORTH_WEST, SOUTH_EAST));
        assertThat(frame.x(NORTH_WEST)).isBetween(1, frame.x(SOUTH_EAST) - 1);
        assertThat(frame.y(NORTH_WEST)).isBetween(1, frame.y(SOUTH_EAST) - 1);
        assertThat(frame.x(SOUTH_EAST)).isLessThan(MapFrame.WIDTH);
        assertThat(frame.y(SOUTH_EAST)).isLessThan(frame.height());
        assertThat(frame.shows(SOUTH_EAST)).isTrue();
        assertThat(frame.shows(FAR_AWAY)).isFalse();
    }

    @Test
    void anOutlineIsOnePathWithoutDoublePoints() {
        MapFrame frame = CountyMap.frame(List.of(MUNICIPALITY), List.of());
        CountyMap map = CountyMap.of(List.of(MUNICIPALITY), frame, new MapLabels(frame));
        assertThat(map.areas())
                .singleElement()
                .satisfies(
                        area -> {
                            assertThat(area.path()).matches("M\\d+ \\d+(L\\d+ \\d+){3}Z");
                            assertThat(area.county()).isFalse();
                        });
    }

    @Test
    void aCountyWithoutAnythingStillHasAnEmptyMap() {
        MapFrame frame = CountyMap.frame(List.of(), List.of());
        assertThat(CountyMap.of(List.of(), frame, new MapLabels(frame)).areas()).isEmpty();
        assertThat(frame.height()).isPositive();
    }

    @Test
    void namesCoverNeitherEachOtherNorAMark() {
        MapFrame frame = CountyMap.frame(List.of(), List.of(NORTH_WEST, SOUTH_EAST));
        MapLabels labels = new MapLabels(frame);
        GeoPoint middle = new GeoPoint(51_850_000, 11_650_000);
        labels.keepFree(frame.x(middle), frame.y(middle), 300);
        labels.place(village("Unter dem Zeichen", middle));
        labels.place(village("Draußen", FAR_AWAY));
        assertThat(labels.placed()).isEmpty();

        MapLabels free = new MapLabels(frame);
        for (int i = 0; i < 8; i++) {
            free.place(village("Dorf " + i, middle));
        }
        assertThat(free.placed())
                .as("right, left, above, below")
                .extracting(MapLabels.Label::text)
                .containsExactly("Dorf 0", "Dorf 1", "Dorf 2", "Dorf 3");
    }
}
