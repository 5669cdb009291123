package de.mobilermarktplatz.sync;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.contract.feed.Streams;
import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.kernel.id.UuidV7;
import de.mobilermarktplatz.platform.outbox.Relay;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.testing.TestClock;
import de.mobilermarktplatz.testing.TestHttp;
import de.mobilermarktplatz.testing.TestRegions;
import de.mobilermarktplatz.touring.Planning;
import de.mobilermarktplatz.touring.Releasing;
import de.mobilermarktplatz.touring.SmallCounty;
import de.mobilermarktplatz.touring.Tour;
import de.mobilermarktplatz.touring.Tours;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.BeanFactory;

/** Six orders, two released tours, a tablet that took the first. */
final class ATourOnItsWay {

    final Region region;
    final SmallCounty county;
    final SmallCounty.Day day;
    final List<OrderId> orders = new ArrayList<>();
    final Tour tour;
    final Tour otherTour;
    final TestTablet tablet;
    private final BeanFactory beans;

    ATourOnItsWay(BeanFactory beans) {
        this.beans = beans;
        region = beans.getBean(TestRegions.class).create();
        county = new SmallCounty(beans);
        day = county.in(region, 2);
        for (int i = 0; i < day.calls().size(); i++) {
            orders.add(county.order(day, day.calls().get(i), day.farms().get(i % 3), 2 + i));
        }
        county.confirmed(day);
        TestRegions.run(
                region, beans.getBean(Planning.class).plan(region, SmallCounty.DAY, "Anna"));
        TestRegions.run(
                region, beans.getBean(Releasing.class).release(region, SmallCounty.DAY, false));
        relay();
        List<Tour> tours =
                Objects.requireNonNull(
                        TestRegions.run(
                                region,
                                beans.getBean(Tours.class)
                                        .ofDay(region, SmallCounty.DAY)
                                        .collectList()));
        tour = tours.getFirst();
        otherTour = tours.getLast();
        tablet = tablet();
        assertThat(tablet.leases(tour.id()).statusCode()).isEqualTo(200);
    }

    TestTablet tablet() {
        var tablet =
                new TestTablet(
                        beans.getBean(TestHttp.class),
                        region,
                        beans.getBean(UuidV7.class),
                        beans.getBean(TestClock.class));
        String code =
                Objects.requireNonNull(
                        TestRegions.run(region, beans.getBean(Devices.class).newCode(region)));
        assertThat(tablet.enrol(code)).isEqualTo(200);
        return tablet;
    }

    void relay() {
        TestRegions.run(region, beans.getBean(Relay.class).drain(region));
    }

    String[] streams() {
        return new String[] {
            Streams.CFG,
            Streams.catalogue(SmallCounty.DAY),
            Streams.tour(tour.id()),
            Streams.device(tablet.enrolment().device())
        };
    }

    String stream() {
        return Streams.tour(tour.id());
    }
}
