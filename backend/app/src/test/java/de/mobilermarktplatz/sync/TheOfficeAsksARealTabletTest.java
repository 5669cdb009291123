package de.mobilermarktplatz.sync;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.kernel.id.FactId;
import de.mobilermarktplatz.kernel.id.OfferId;
import de.mobilermarktplatz.kernel.id.TourId;
import de.mobilermarktplatz.ordering.ChangeResult;
import de.mobilermarktplatz.ordering.Market;
import de.mobilermarktplatz.ordering.Order;
import de.mobilermarktplatz.ordering.OrderLines;
import de.mobilermarktplatz.ordering.OrderRequest;
import de.mobilermarktplatz.ordering.OrderRequests;
import de.mobilermarktplatz.ordering.OrderState;
import de.mobilermarktplatz.ordering.Orders;
import de.mobilermarktplatz.ordering.PayBy;
import de.mobilermarktplatz.ordering.PlaceResult;
import de.mobilermarktplatz.ordering.Wish;
import de.mobilermarktplatz.platform.outbox.Relay;
import de.mobilermarktplatz.tablet.Options;
import de.mobilermarktplatz.tablet.Tablet;
import de.mobilermarktplatz.tablet.headless.Console;
import de.mobilermarktplatz.testing.MarktplatzTest;
import de.mobilermarktplatz.testing.TestClock;
import de.mobilermarktplatz.testing.TestHttp;
import de.mobilermarktplatz.testing.TestRegions;
import de.mobilermarktplatz.touring.OrderChanges;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.r2dbc.core.DatabaseClient;

/** Two rows of the conflict table with the real tablet: its rules, its disk, its network. */
@MarktplatzTest
class TheOfficeAsksARealTabletTest {

    @TempDir Path data;

    private final AutowireCapableBeanFactory beans;
    private final Market market;
    private final TestHttp http;
    private final TestClock clock;
    private final TourId tour = new TourId(UUID.randomUUID());
    private Order order;
    private Tablet tablet;

    TheOfficeAsksARealTabletTest(
            AutowireCapableBeanFactory beans,
            TestRegions regions,
            TestHttp http,
            DatabaseClient db,
            TestClock clock) {
        clock.set(TestClock.MONDAY_MORNING);
        this.beans = beans;
        this.market = new Market(regions.create(), db);
        this.http = http;
        this.clock = clock;
    }

    @BeforeEach
    void theVanHasLoaded() throws IOException {
        OfferId juice = market.piece(market.farm, "Apfelsaft", 250, 10, 15);
        PlaceResult placed =
                run(
                        beans.getBean(Orders.class)
                                .place(
                                        market.region,
                                        market.order("one", PayBy.AT_VAN, new Wish(juice, 3))));
        order = ((PlaceResult.Placed) placed).order();
        run(beans.getBean(OrderLines.class).request(market.region, Market.DAY, market.farm));
        aTour();
        starts(URI.create(http.url() + "/sync/v1/" + market.region.slug()));
        tell("enrol " + run(beans.getBean(Devices.class).newCode(market.region)));
        tell("take " + tour);
        tell("load all");
        tell("sync");
    }

    private void starts(URI server) {
        tablet =
                Tablet.open(
                        new Options(
                                data,
                                server,
                                Duration.ZERO,
                                Duration.ofMillis(200),
                                null,
                                null,
                                true),
                        clock);
        var _ = tablet.start();
    }

    @AfterEach
    void close() {
        tablet.close();
    }

    @Test
    void whatIsCancelledInTimeIsFreeStockAndCannotBeHandedOver() throws IOException {
        FactId request = cancels();

        // The wish comes down by itself or with the tour, whichever is first.
        tell("take " + tour);
        // Cancelled on board, or, once the office knows, not on the tour any more.
        assertThat(ask("handover code " + order.spokenCode() + " cash 1000"))
                .contains("\"ok\":false")
                .containsAnyOf("storniert", "keine Bestellung auf dieser Tour");
        tell("sync");

        assertThat(answered(request)).isEqualTo(OrderRequest.State.DONE);
        assertThat(now().state()).isEqualTo(OrderState.CANCELLED);
    }

    @Test
    void whatWasHandedOverWithoutANetworkStandsAgainstTheCancellation() throws IOException {
        tablet.close();
        FactId request = cancels();

        starts(URI.create("http://127.0.0.1:1/sync/v1/" + market.region.slug()));
        tell("handover code " + order.spokenCode() + " cash 1000");
        tablet.close();
        starts(URI.create(http.url() + "/sync/v1/" + market.region.slug()));
        tell("take " + tour);
        tell("sync");

        assertThat(answered(request)).isEqualTo(OrderRequest.State.TOO_LATE);
        assertThat(now().state()).isEqualTo(OrderState.HANDED_OVER);
        assertThat(
                        market.number(
                                "SELECT count(*) FROM exception_case WHERE region_id = :region"
                                        + " AND kind = 'CHANGE_TOO_LATE'",
                                Map.of()))
                .isEqualTo(1);
    }

    private FactId cancels() {
        ChangeResult result =
                run(
                        beans.getBean(OrderChanges.class)
                                .cancel(market.region, order.id(), "Frau Amt"));
        assertThat(result).isInstanceOf(ChangeResult.Asked.class);
        run(beans.getBean(Relay.class).drain(market.region));
        return ((ChangeResult.Asked) result).request();
    }

    private OrderRequest.State answered(FactId request) {
        return run(beans.getBean(OrderRequests.class).find(market.region, request)).state();
    }

    private Order now() {
        return run(beans.getBean(Orders.class).find(market.region, order.id()));
    }

    private String tell(String line) throws IOException {
        String answer = ask(line);
        assertThat(answer).as(line).contains("\"ok\":true");
        return answer;
    }

    private String ask(String line) throws IOException {
        var out = new ByteArrayOutputStream();
        new Console(tablet)
                .run(
                        new BufferedReader(new StringReader(line)),
                        new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }

    private void aTour() {
        UUID wheels = UUID.randomUUID();
        market.run(
                "INSERT INTO van (region_id, van_id, name, depot_name, lat_e6, lon_e6, shift_from, shift_to,"
                        + " cents_per_day, cents_per_kilometre, cents_per_hour) VALUES (:region, :van, 'Wagen 1', 'Hof',"
                        + " 51800000, 11700000, '06:00', '16:00', 0, 0, 0)",
                Map.of("van", wheels));
        market.run(
                "INSERT INTO tour (region_id, tour_id, market_day, van_id, state, generation, created_at)"
                        + " VALUES (:region, :tour, :day, :van, 'RELEASED', 0, now())",
                Map.of("tour", tour.value(), "day", Market.DAY, "van", wheels));
        market.run(
                "INSERT INTO tour_visit (region_id, tour_id, visit_no, kind, name, lat_e6, lon_e6, call_id, stop_id,"
                        + " arrive_at, leave_at, metres) SELECT :region, :tour, 1, 'CALL', 'Peißen', 51760000, 11790000,"
                        + " call_id, stop_id, '10:00', '10:20', 0 FROM call WHERE region_id = :region AND call_id = :call",
                Map.of("tour", tour.value(), "call", market.call.value()));
    }

    private <T> T run(reactor.core.publisher.Mono<T> mono) {
        return TestRegions.run(market.region, mono);
    }
}
