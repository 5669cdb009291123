package de.mobilermarktplatz.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.kernel.id.FactId;
import de.mobilermarktplatz.kernel.id.OfferId;
import de.mobilermarktplatz.kernel.id.TourId;
import de.mobilermarktplatz.platform.jobs.Jobs;
import de.mobilermarktplatz.testing.MarktplatzTest;
import de.mobilermarktplatz.testing.TestClock;
import de.mobilermarktplatz.testing.TestRegions;
import de.mobilermarktplatz.touring.Custodies;
import de.mobilermarktplatz.touring.Custody;
import de.mobilermarktplatz.touring.OrderChanges;
import de.mobilermarktplatz.touring.VanAnswers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

/**
 * One writer at any time: the office until the van has loaded, then the van, and then the office.
 */
@MarktplatzTest
class ChangingAfterTheCutOffTest {

    private final Market market;
    private final Orders orders;
    private final OrderLines lines;
    private final OrderChanges changes;
    private final OrderRequests requests;
    private final VanAnswers vanAnswers;
    private final Custodies custodies;
    private final Jobs jobs;
    private final TestClock clock;
    private final TourId tour = new TourId(UUID.randomUUID());
    private OfferId juice = new OfferId(UUID.randomUUID());

    ChangingAfterTheCutOffTest(
            TestRegions regions,
            DatabaseClient db,
            Orders orders,
            OrderLines lines,
            OrderChanges changes,
            OrderRequests requests,
            VanAnswers vanAnswers,
            Custodies custodies,
            Jobs jobs,
            TestClock clock) {
        clock.set(TestClock.MONDAY_MORNING);
        this.market = new Market(regions.create(), db);
        this.orders = orders;
        this.lines = lines;
        this.changes = changes;
        this.requests = requests;
        this.vanAnswers = vanAnswers;
        this.custodies = custodies;
        this.jobs = jobs;
        this.clock = clock;
    }

    @BeforeEach
    void juiceIsOnItsWay() {
        juice = market.piece(market.farm, "Apfelsaft", 250, 10, 15);
    }

    @Test
    void aProducerWasAskedButTheDeskStillCancels() {
        Order order = requested("one", PayBy.AT_VAN);

        assertThat(cancel(order)).isInstanceOf(ChangeResult.Done.class);

        assertThat(now(order).state()).isEqualTo(OrderState.CANCELLED);
        assertThat(now(order).endReason()).isEqualTo(EndReason.DESK);
        assertThat(market.free(juice)).as("the farm brings it all the same").isEqualTo(7);
        assertThat(market.facts("OrderCancelled")).isEqualTo(1);
        assertThat(cancel(order)).isEqualTo(ChangeResult.Refused.OVER);
    }

    @Test
    void anOrderNobodyWasAskedForGivesItsGoodsBack() {
        Order order = placed("one", PayBy.AT_VAN);

        assertThat(cancel(order)).isInstanceOf(ChangeResult.Done.class);

        assertThat(market.free(juice)).isEqualTo(10);
    }

    @Test
    void lessIsAgreedAtOnceAndCostsLess() {
        Order order = requested("one", PayBy.CARD);

        assertThat(change(order, 1)).isInstanceOf(ChangeResult.Done.class);

        assertThat(now(order).total().cents()).isEqualTo(250 + 15);
        assertThat(now(order).lines().getFirst().ordered().quantity()).isEqualTo(3);
        assertThat(market.facts("OrderChanged")).isEqualTo(1);
        assertThat(change(order, 1)).isEqualTo(ChangeResult.Refused.NOTHING);
        assertThat(change(order, 4)).isEqualTo(ChangeResult.Refused.PAID_ONLINE);
    }

    @Test
    void moreComesOutOfTheFreeStockOfItsTour() {
        Order order = requested("one", PayBy.AT_VAN);
        assertThat(change(order, 4)).isEqualTo(ChangeResult.Refused.NOTHING_FREE);
        aTourWithFreeJuice(2);

        assertThat(change(order, 6)).isEqualTo(ChangeResult.Refused.NOTHING_FREE);
        assertThat(change(order, 5)).isInstanceOf(ChangeResult.Done.class);

        assertThat(now(order).lines().getFirst().current().quantity()).isEqualTo(5);
        assertThat(vanStock()).isZero();
    }

    @Test
    void lessOfWhatNobodyWasAskedForIsAnotherOrderAndTheRestIsForSaleAgain() {
        Order order = placed("one", PayBy.AT_VAN);

        assertThat(change(order, 1)).isInstanceOf(ChangeResult.Done.class);

        assertThat(market.free(juice)).isEqualTo(9);
        assertThat(now(order).lines().getFirst().ordered().quantity())
                .as("what the farm is asked for")
                .isEqualTo(1);
        assertThat(cancel(order)).isInstanceOf(ChangeResult.Done.class);
        assertThat(market.free(juice)).isEqualTo(10);
    }

    @Test
    void whatIsTakenBackBetweenReleaseAndLoadingIsForSaleAtTheVan() {
        Order order = requested("one", PayBy.AT_VAN);
        aTourWithFreeJuice(2);

        assertThat(change(order, 1)).isInstanceOf(ChangeResult.Done.class);
        assertThat(vanStock()).isEqualTo(4);

        assertThat(cancel(order)).isInstanceOf(ChangeResult.Done.class);
        assertThat(vanStock()).as("all that is brought").isEqualTo(5);
        assertThat(market.free(juice)).as("and nothing of it twice").isEqualTo(7);
    }

    @Test
    void whatTheVanAgreedToLeavesThePlannedLoadWhole() {
        Order order = requested("one", PayBy.AT_VAN);
        aTourWithFreeJuice(2);
        vanLoads();

        ChangeResult more = change(order, 4);
        run(vanAnswers.answer(market.region, id(more), OrderRequest.State.DONE, Map.of(1, 4L)));
        assertThat(vanStock()).isEqualTo(1);

        ChangeResult none = cancel(order);
        run(vanAnswers.answer(market.region, id(none), OrderRequest.State.DONE, Map.of(1, 0L)));
        assertThat(vanStock()).isEqualTo(5);
    }

    @Test
    void aWishForAnOrderThatIsOverIsNotToldAsDone() {
        Order order = requested("one", PayBy.AT_VAN);
        aTourWithFreeJuice(2);
        vanLoads();
        ChangeResult asked = change(order, 1);
        run(lines.uncollected(market.region, market.call));

        assertThat(answer(asked, OrderRequest.State.DONE, Map.of(1, 1L))).isTrue();

        assertThat(run(requests.find(market.region, id(asked))).state())
                .isEqualTo(OrderRequest.State.TOO_LATE);
        assertThat(now(order).state()).isEqualTo(OrderState.UNCOLLECTED);
        assertThat(market.facts("OrderChanged")).isZero();
    }

    @Test
    void aTabletThatLostItsTourNeitherTakesNorEndsTheCustodyOfTheNext() {
        requested("one", PayBy.AT_VAN);
        aTourWithFreeJuice(2);
        vanLoads();
        market.run("UPDATE tour SET generation = 2 WHERE region_id = :region", Map.of());

        run(custodies.ending(market.region, tour, 1));
        assertThat(custody().until()).as("a late count of the first").isNull();

        run(custodies.opened(market.region, tour, 2));
        run(custodies.ending(market.region, tour, 2));
        run(custodies.opened(market.region, tour, 1));
        assertThat(custody().until()).as("a late load scan of the first").isNotNull();
        assertThat(custody().generation()).isEqualTo(2);
    }

    @Test
    void whileTheVanHasTheGoodsEverythingIsAQuestion() {
        Order order = requested("one", PayBy.AT_VAN);
        aTourWithFreeJuice(2);
        vanLoads();

        ChangeResult asked = cancel(order);

        assertThat(asked).isInstanceOf(ChangeResult.Asked.class);
        assertThat(now(order).state())
                .as("nothing has changed")
                .isEqualTo(OrderState.IN_PREPARATION);
        assertThat(change(order, 1)).isEqualTo(ChangeResult.Refused.OPEN_ALREADY);
        assertThat(market.facts("OrderChangeAsked")).isEqualTo(1);

        assertThat(answer(asked, OrderRequest.State.DONE, Map.of(1, 0L))).isTrue();
        assertThat(answer(asked, OrderRequest.State.TOO_LATE, Map.of())).as("twice").isFalse();
        assertThat(now(order).state()).isEqualTo(OrderState.CANCELLED);
        assertThat(market.facts("OrderCancelled")).isEqualTo(1);
    }

    @Test
    void whatTheVanHandedOverStandsWhateverItSaysToAWishLater() {
        Order order = requested("one", PayBy.AT_VAN);
        aTourWithFreeJuice(2);
        vanLoads();
        ChangeResult asked = cancel(order);
        run(lines.handOver(market.region, order.id(), Map.of(1, 3L)));

        assertThat(answer(asked, OrderRequest.State.TOO_LATE, Map.of())).isTrue();

        assertThat(now(order).state()).isEqualTo(OrderState.HANDED_OVER);
        assertThat(run(requests.ofOrder(market.region, order.id()).single()).state())
                .isEqualTo(OrderRequest.State.TOO_LATE);
    }

    @Test
    void twelveHoursAfterTheCountTheOfficeDecidesAgain() {
        Order order = requested("one", PayBy.AT_VAN);
        aTourWithFreeJuice(2);
        vanLoads();
        run(custodies.ending(market.region, tour, 1));
        clock.advance(Duration.ofHours(11));
        run(custodies.ending(market.region, tour, 1));
        jobs.runNow(market.region, "touring.end-custody").block();
        assertThat(custody().isOpen()).isTrue();

        clock.advance(Duration.ofHours(1));
        jobs.runNow(market.region, "touring.end-custody").block();
        jobs.runNow(market.region, "touring.end-custody").block();

        assertThat(custody().isOpen()).isFalse();
        assertThat(market.facts("CustodyEnded")).isEqualTo(1);
        assertThat(cancel(order)).isInstanceOf(ChangeResult.Done.class);
    }

    private Custody custody() {
        return run(custodies.of(market.region, tour));
    }

    private void vanLoads() {
        run(custodies.opened(market.region, tour, 1));
    }

    private void aTourWithFreeJuice(long pieces) {
        UUID van = UUID.randomUUID();
        market.run(
                "INSERT INTO van (region_id, van_id, name, depot_name, lat_e6, lon_e6, shift_from, shift_to,"
                        + " cents_per_day, cents_per_kilometre, cents_per_hour) VALUES (:region, :van, 'Wagen 1', 'Hof',"
                        + " 51800000, 11700000, '06:00', '16:00', 0, 0, 0)",
                Map.of("van", van));
        market.run(
                "INSERT INTO tour (region_id, tour_id, market_day, van_id, state, generation, created_at)"
                        + " VALUES (:region, :tour, :day, :van, 'RELEASED', 1, now())",
                Map.of("tour", tour.value(), "day", Market.DAY, "van", van));
        market.run(
                "INSERT INTO tour_visit (region_id, tour_id, visit_no, kind, name, call_id, arrive_at, leave_at, metres)"
                        + " VALUES (:region, :tour, 1, 'CALL', 'Peißen', :call, '10:00', '10:20', 0)",
                Map.of("tour", tour.value(), "call", market.call.value()));
        market.run(
                "INSERT INTO tour_stock (region_id, tour_id, product_id, unit, amount) SELECT :region, :tour,"
                        + " product_id, 'PIECE', :amount FROM offer WHERE region_id = :region AND offer_id = :offer",
                Map.of("tour", tour.value(), "amount", pieces, "offer", juice.value()));
    }

    private long vanStock() {
        return market.number(
                "SELECT coalesce(sum(amount), 0)::bigint FROM tour_stock WHERE region_id = :region",
                Map.of());
    }

    private Order placed(String key, PayBy payBy) {
        PlaceResult placed =
                run(orders.place(market.region, market.order(key, payBy, new Wish(juice, 3))));
        Order order = ((PlaceResult.Placed) placed).order();
        if (payBy == PayBy.CARD) {
            run(orders.confirmPayment(market.region, order.id()));
        }
        return order;
    }

    private Order requested(String key, PayBy payBy) {
        Order order = placed(key, payBy);
        run(lines.request(market.region, Market.DAY, market.farm));
        return order;
    }

    private ChangeResult cancel(Order order) {
        return run(changes.cancel(market.region, order.id(), "Leitstelle"));
    }

    private ChangeResult change(Order order, long pieces) {
        return run(changes.change(market.region, order.id(), Map.of(1, pieces), "Leitstelle"));
    }

    private static FactId id(ChangeResult asked) {
        return ((ChangeResult.Asked) asked).request();
    }

    private boolean answer(ChangeResult asked, OrderRequest.State state, Map<Integer, Long> lines) {
        return run(requests.answer(market.region, id(asked), state, lines));
    }

    private Order now(Order order) {
        return run(orders.find(market.region, order.id()));
    }

    private <T> T run(reactor.core.publisher.Mono<T> mono) {
        return TestRegions.run(market.region, mono);
    }
}
