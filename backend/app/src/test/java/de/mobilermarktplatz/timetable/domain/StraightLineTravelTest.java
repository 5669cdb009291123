package de.mobilermarktplatz.timetable.domain;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.kernel.geo.GeoPoint;
import de.mobilermarktplatz.timetable.TravelTimes.Leg;
import java.util.List;
import org.junit.jupiter.api.Test;

class StraightLineTravelTest {

    private static final GeoPoint WEST = new GeoPoint(51_800_000, 11_700_000);
    private static final GeoPoint EAST = new GeoPoint(51_800_000, 11_760_000);
    private static final GeoPoint BRIDGE = new GeoPoint(51_850_000, 11_730_000);

    private static final List<GeoPoint> SOUTH_TO_NORTH =
            List.of(new GeoPoint(51_600_000, 11_730_000), new GeoPoint(52_000_000, 11_730_000));

    @Test
    void aWayIsTheGreatCircleTimesOneThirtyFiveAtFiftyKilometresAnHour() {
        int straight = WEST.greatCircleMetres(EAST);
        Leg leg = new StraightLineTravel(List.of()).between(WEST, EAST);
        assertThat(leg.metres()).isEqualTo(straight * 135 / 100);
        assertThat(leg.seconds()).isBetween(leg.metres() * 9 / 125, leg.metres() * 9 / 125 + 1);
    }

    @Test
    void aRiverBetweenLeadsOverItsBridge() {
        River river = new River("Saale", SOUTH_TO_NORTH, List.of(new River.Crossing(BRIDGE, 0)));
        Leg over = new StraightLineTravel(List.of(river)).between(WEST, EAST);
        int straight = WEST.greatCircleMetres(BRIDGE) + BRIDGE.greatCircleMetres(EAST);
        assertThat(over.metres()).isEqualTo(straight * 135 / 100);
    }

    @Test
    void onOneBankTheRiverDoesNotMatter() {
        River river = new River("Saale", SOUTH_TO_NORTH, List.of(new River.Crossing(BRIDGE, 0)));
        GeoPoint near = new GeoPoint(51_810_000, 11_705_000);
        assertThat(new StraightLineTravel(List.of(river)).between(WEST, near))
                .isEqualTo(new StraightLineTravel(List.of()).between(WEST, near));
    }

    @Test
    void aFerryCostsItsWaitingTimeAndIsLeftOutWhenTheBridgeIsFaster() {
        GeoPoint ferry = new GeoPoint(51_800_000, 11_730_000);
        River withFerry =
                new River("Saale", SOUTH_TO_NORTH, List.of(new River.Crossing(ferry, 300)));
        River withBoth =
                new River(
                        "Saale",
                        SOUTH_TO_NORTH,
                        List.of(new River.Crossing(ferry, 7200), new River.Crossing(BRIDGE, 0)));
        Leg straight = new StraightLineTravel(List.of()).between(WEST, EAST);
        assertThat(new StraightLineTravel(List.of(withFerry)).between(WEST, EAST).seconds())
                .isBetween(straight.seconds() + 300, straight.seconds() + 302);
        assertThat(new StraightLineTravel(List.of(withBoth)).between(WEST, EAST).metres())
                .isGreaterThan(straight.metres() * 2);
    }
}
