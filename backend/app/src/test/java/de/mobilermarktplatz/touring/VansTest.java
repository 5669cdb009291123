package de.mobilermarktplatz.touring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.mobilermarktplatz.kernel.geo.GeoPoint;
import de.mobilermarktplatz.kernel.id.UuidV7;
import de.mobilermarktplatz.kernel.id.VanId;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.kernel.quantity.ColdClass;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.testing.MarktplatzTest;
import de.mobilermarktplatz.testing.TestRegions;
import java.time.LocalTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

@MarktplatzTest
class VansTest {

    private final TestRegions regions;
    private final Vans vans;
    private final UuidV7 ids;

    VansTest(TestRegions regions, Vans vans, UuidV7 ids) {
        this.regions = regions;
        this.vans = vans;
        this.ids = ids;
    }

    private Van van(String name) {
        return new Van(
                new VanId(ids.next()),
                name,
                "SLK-MM 1",
                "Betriebshof",
                new GeoPoint(51_844_435, 11_603_027),
                LocalTime.of(6, 30),
                LocalTime.of(16, 30),
                new Van.Costs(Money.euros(60, 0), Money.euros(0, 45), Money.euros(24, 0)),
                Map.of(
                        ColdClass.AMBIENT, new Van.Compartment(3_000_000, 900_000, 40),
                        ColdClass.CHILLED, new Van.Compartment(1_000_000, 400_000, 14)));
    }

    @Test
    void aVanComesBackWithItsCompartments() {
        Region region = regions.create();
        Van wipper = van("Wipper");
        Van bode = van("Bode");
        TestRegions.run(region, vans.add(region, wipper).then(vans.add(region, bode)));
        assertThat(TestRegions.run(region, vans.active(region).collectList()))
                .containsExactly(bode, wipper);
    }

    @Test
    void twoVansOfOneRegionHaveDifferentNames() {
        Region region = regions.create();
        TestRegions.run(region, vans.add(region, van("Wipper")));
        assertThatThrownBy(() -> TestRegions.run(region, vans.add(region, van("Wipper"))))
                .isInstanceOf(DataIntegrityViolationException.class);
        Region other = regions.create();
        TestRegions.run(other, vans.add(other, van("Wipper")));
    }
}
