package de.mobilermarktplatz.sync;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.contract.feed.Streams;
import de.mobilermarktplatz.contract.tour.PriceEntry;
import de.mobilermarktplatz.contract.tour.TourOrder;
import de.mobilermarktplatz.contract.tour.TourSnapshot;
import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.ordering.OrderHandedOver;
import de.mobilermarktplatz.ordering.OrderLines;
import de.mobilermarktplatz.platform.jobs.Jobs;
import de.mobilermarktplatz.platform.outbox.Outbox;
import de.mobilermarktplatz.tablet.Options;
import de.mobilermarktplatz.tablet.Tablet;
import de.mobilermarktplatz.testing.MarktplatzTest;
import de.mobilermarktplatz.testing.TestClock;
import de.mobilermarktplatz.testing.TestHttp;
import de.mobilermarktplatz.testing.TestRegions;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.BeanFactory;

/** The program on board shows what the office and other vans change, without being asked. */
@MarktplatzTest
class ARealTabletFollowsItsTourTest {

    private final BeanFactory beans;
    private final TestClock clock;
    private final TestHttp http;
    private ATourOnItsWay way;
    private Tablet tablet;
    @TempDir private Path data;

    ARealTabletFollowsItsTourTest(BeanFactory beans, TestClock clock, TestHttp http) {
        this.beans = beans;
        this.clock = clock;
        this.http = http;
    }

    @BeforeEach
    void aTabletWithATour() {
        way = new ATourOnItsWay(beans);
        tablet = open();
        String code = TestRegions.run(way.region, beans.getBean(Devices.class).newCode(way.region));
        assertThat(tablet.enrol(Objects.requireNonNull(code), "Wagen 1").ok()).isTrue();
        assertThat(tablet.take(way.tour.id()).ok()).isTrue();
        seen(tour -> tour.heads().containsKey(way.stream()));
    }

    @AfterEach
    void close() {
        tablet.close();
    }

    @Test
    void aPriceAndAnOrderThatIsGoneAppearByThemselvesAndOutliveARestart() {
        PriceEntry before = tour().prices().getFirst();
        way.county.sql(
                way.region,
                "UPDATE offer SET price_cents = 470 WHERE region_id = :region AND product_id = :product",
                Map.of("product", before.product().value()));
        TestRegions.run(
                way.region, beans.getBean(Jobs.class).runNow(way.region, "sync.feed-refresh"));
        seen(
                tour ->
                        tour.prices().stream()
                                .anyMatch(
                                        price ->
                                                price.product().equals(before.product())
                                                        && price.price().cents() == 470));

        OrderId gone = tour().orders().getFirst().order();
        handOverElsewhere(gone);
        seen(tour -> tour.orders().stream().map(TourOrder::order).noneMatch(gone::equals));

        TourSnapshot last = tour();
        tablet.close();
        tablet = open();
        assertThat(tour()).isEqualTo(last);
        OrderId next = last.orders().getFirst().order();
        handOverElsewhere(next);
        seen(tour -> tour.orders().stream().map(TourOrder::order).noneMatch(next::equals));
        assertThat(tour().heads().get(Streams.tour(way.tour.id())))
                .isGreaterThan(last.heads().get(Streams.tour(way.tour.id())));
    }

    private Tablet open() {
        Tablet opened =
                Tablet.open(
                        new Options(
                                data,
                                URI.create(http.url() + "/sync/v1/" + way.region.slug()),
                                Duration.ZERO,
                                Duration.ofMillis(200),
                                null,
                                null,
                                true),
                        clock);
        var _ = opened.start();
        return opened;
    }

    private void handOverElsewhere(OrderId order) {
        TestRegions.run(
                way.region,
                beans.getBean(OrderLines.class)
                        .handOver(way.region, order, Map.of(1, 1L))
                        .then(
                                beans.getBean(Outbox.class)
                                        .append(
                                                new OrderHandedOver(
                                                        order.value(), UUID.randomUUID(), 0))));
        way.relay();
    }

    private TourSnapshot tour() {
        return tablet.aboard().orElseThrow().tour().snapshot();
    }

    /** Waits a little: nobody asks the tablet to look. */
    private void seen(Predicate<TourSnapshot> wanted) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(15);
        while (!wanted.test(tour())) {
            assertThat(System.nanoTime()).as("still sees " + tour()).isLessThan(until);
            try {
                TimeUnit.MILLISECONDS.sleep(20);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
