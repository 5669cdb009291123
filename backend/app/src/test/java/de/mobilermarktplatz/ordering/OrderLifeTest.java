package de.mobilermarktplatz.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.kernel.id.CallId;
import de.mobilermarktplatz.kernel.id.OfferId;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.ordering.Orders.CancelResult;
import de.mobilermarktplatz.ordering.Orders.PaymentResult;
import de.mobilermarktplatz.ordering.PlaceResult.CallFull;
import de.mobilermarktplatz.ordering.PlaceResult.CutOffPassed;
import de.mobilermarktplatz.ordering.PlaceResult.KeyReused;
import de.mobilermarktplatz.ordering.PlaceResult.Placed;
import de.mobilermarktplatz.ordering.PlaceResult.PriceChanged;
import de.mobilermarktplatz.ordering.PlaceResult.SoldOut;
import de.mobilermarktplatz.platform.jobs.Jobs;
import de.mobilermarktplatz.testing.MarktplatzTest;
import de.mobilermarktplatz.testing.TestClock;
import de.mobilermarktplatz.testing.TestRegions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** The life of an order with the clock moved by hand. */
@MarktplatzTest
class OrderLifeTest {

    /** Hof Sonnenfeld closes two days before at 18:00 in Salzlandkreis. */
    private static final Instant FARM_CUT_OFF = Instant.parse("2026-11-29T17:00:00Z");

    private final Market market;
    private final Orders orders;
    private final OrderLines lines;
    private final Jobs jobs;
    private final TestClock clock;
    private final OfferId potatoes;
    private final OfferId juice;

    OrderLifeTest(
            TestRegions regions,
            DatabaseClient db,
            Orders orders,
            OrderLines lines,
            Jobs jobs,
            TestClock clock) {
        this.market = new Market(regions.create(), db);
        this.orders = orders;
        this.lines = lines;
        this.jobs = jobs;
        this.clock = clock;
        this.potatoes = market.weighed(market.farm, "Kartoffeln", 180, 50_000);
        this.juice = market.piece(market.farm, "Apfelsaft", 250, 10, 15);
    }

    @BeforeEach
    void mondayMorning() {
        clock.set(TestClock.MONDAY_MORNING);
    }

    @Test
    void anOrderKnowsItsPricesDepositAndCode() {
        Order order = placed("a", PayBy.AT_VAN, new Wish(potatoes, 1250), new Wish(juice, 2));
        Order read = find(order);
        assertThat(read).isEqualTo(order);
        assertThat(read.state()).isEqualTo(OrderState.PLACED);
        assertThat(read.goods()).isEqualTo(Money.cents(225 + 500));
        assertThat(read.deposit()).isEqualTo(Money.cents(30));
        assertThat(read.total()).isEqualTo(Money.cents(755));
        assertThat(read.dueAtVan()).isEqualTo(Money.cents(755));
        assertThat(run(orders.findByCode(market.region, Market.DAY, order.spokenCode())).id())
                .isEqualTo(order.id());
        assertThat(market.facts("OrderPlaced")).isEqualTo(1);
    }

    @Test
    void aCutOffThatHasPassedRefusesTheOrderAndNamesTheLine() {
        clock.set(FARM_CUT_OFF.minusSeconds(1));
        assertThat(place("in-time", PayBy.AT_VAN, new Wish(juice, 1))).isInstanceOf(Placed.class);
        clock.set(FARM_CUT_OFF);
        PlaceResult late = place("late", PayBy.AT_VAN, new Wish(juice, 1));
        assertThat(late)
                .isInstanceOfSatisfying(
                        CutOffPassed.class,
                        refused ->
                                assertThat(refused.lines().getFirst().product())
                                        .isEqualTo("Apfelsaft"));
        assertThat(place("in-time", PayBy.AT_VAN, new Wish(juice, 1)))
                .isInstanceOfSatisfying(
                        Placed.class, placed -> assertThat(placed.again()).isTrue());
        assertThat(market.free(juice)).isEqualTo(9);
    }

    @Test
    void aCardCheckoutStartedBeforeTheCutOffMayBePaidAfterIt() {
        clock.set(FARM_CUT_OFF.minusSeconds(60));
        Order held = placed("card", PayBy.CARD, new Wish(juice, 3));
        assertThat(held.state()).isEqualTo(OrderState.HELD);
        assertThat(market.facts("OrderPlaced")).isZero();
        clock.advance(Duration.ofMinutes(9));
        assertThat(run(orders.confirmPayment(market.region, held.id())))
                .isEqualTo(PaymentResult.CONFIRMED);
        assertThat(run(orders.confirmPayment(market.region, held.id())))
                .isEqualTo(PaymentResult.ALREADY);
        Order paid = find(held);
        assertThat(paid.state()).isEqualTo(OrderState.PLACED);
        assertThat(paid.dueAtVan()).isEqualTo(Money.ZERO);
        assertThat(market.facts("OrderPlaced")).isEqualTo(1);
    }

    @Test
    void aForgottenCheckoutGivesItsGoodsBackOnceAndALatePaymentIsTooLate() {
        Order held = placed("card", PayBy.CARD, new Wish(juice, 3));
        assertThat(market.free(juice)).isEqualTo(7);
        clock.advance(Duration.ofMinutes(10));
        assertThat(run(orders.confirmPayment(market.region, held.id())))
                .isEqualTo(PaymentResult.TOO_LATE);
        run(jobs.runNow(market.region, "ordering.expire-leases"));
        run(jobs.runNow(market.region, "ordering.expire-leases"));
        assertThat(market.free(juice)).isEqualTo(10);
        assertThat(market.freeMillilitres(market.call)).isEqualTo(10_000_000);
        assertThat(find(held).endReason()).isEqualTo(EndReason.EXPIRED);
        assertThat(run(orders.confirmPayment(market.region, held.id())))
                .isEqualTo(PaymentResult.TOO_LATE);
        assertThat(market.facts("OrderCancelled")).isEqualTo(1);
    }

    @Test
    void aCustomerCancelsUntilTheCutOffAndNotAfter() {
        Order early = placed("early", PayBy.AT_VAN, new Wish(juice, 2));
        Order stays = placed("stays", PayBy.AT_VAN, new Wish(juice, 1));
        assertThat(cancel(early)).isEqualTo(CancelResult.CANCELLED);
        assertThat(cancel(early)).isEqualTo(CancelResult.ALREADY);
        clock.set(FARM_CUT_OFF);
        assertThat(cancel(stays)).isEqualTo(CancelResult.TOO_LATE);
        assertThat(market.free(juice)).isEqualTo(9);
        assertThat(
                        run(
                                orders.cancel(
                                        market.region,
                                        new de.mobilermarktplatz.kernel.id.OrderId(
                                                UUID.randomUUID()),
                                        EndReason.DESK)))
                .isEqualTo(CancelResult.UNKNOWN);
    }

    @Test
    void soldOutNamesTheLinesAndTakesNothing() {
        PlaceResult result =
                place("greedy", PayBy.AT_VAN, new Wish(potatoes, 1000), new Wish(juice, 11));
        assertThat(result)
                .isInstanceOfSatisfying(
                        SoldOut.class,
                        refused -> {
                            assertThat(refused.lines()).hasSize(1);
                            assertThat(refused.lines().getFirst().product()).isEqualTo("Apfelsaft");
                            assertThat(refused.lines().getFirst().free()).isEqualTo(10);
                        });
        assertThat(market.free(potatoes)).isEqualTo(50_000);
        assertThat(market.orders()).isZero();
    }

    @Test
    void aFullCallSaysSoAndTakesNothing() {
        CallId small = new CallId(UUID.randomUUID());
        market.call(small, "klein", 2_500);
        PlaceOrder wish =
                new PlaceOrder(
                        "full",
                        small,
                        Market.erika(),
                        PayBy.AT_VAN,
                        List.of(new Wish(juice, 3)),
                        null,
                        null);
        assertThat(run(orders.place(market.region, wish))).isInstanceOf(CallFull.class);
        assertThat(market.free(juice)).isEqualTo(10);
    }

    @Test
    void aKeyMeansOneOrderOnlyAndAChangedTotalIsShownFirst() {
        placed("key", PayBy.AT_VAN, new Wish(juice, 1));
        assertThat(place("key", PayBy.AT_VAN, new Wish(juice, 2))).isInstanceOf(KeyReused.class);
        PlaceOrder cheap =
                new PlaceOrder(
                        "old-price",
                        market.call,
                        Market.erika(),
                        PayBy.AT_VAN,
                        List.of(new Wish(juice, 1)),
                        null,
                        Money.cents(199));
        assertThat(run(orders.place(market.region, cheap))).isInstanceOf(PriceChanged.class);
        assertThat(market.free(juice)).isEqualTo(9);
    }

    @Test
    void aShortageIsSharedFairlyAmountsShrinkAndEachCutIsTold() {
        Order first = placed("one", PayBy.AT_VAN, new Wish(juice, 2), new Wish(potatoes, 1000));
        Order second = placed("two", PayBy.AT_VAN, new Wish(juice, 6));
        clock.set(FARM_CUT_OFF.plus(Duration.ofMinutes(10)));
        assertThat(run(lines.request(market.region, Market.DAY, market.farm))).isEqualTo(3);
        assertThat(run(lines.request(market.region, Market.DAY, market.farm))).isZero();
        assertThat(run(lines.confirm(market.region, potatoes, 60_000, ShortageRule.FAIR_SHARE)))
                .isZero();
        assertThat(run(lines.confirm(market.region, juice, 5, ShortageRule.FAIR_SHARE)))
                .isEqualTo(2);
        assertThat(run(lines.confirm(market.region, juice, 1, ShortageRule.FAIR_SHARE))).isZero();

        // 5 of 8 for 2 and 6: 1.25 and 3.75
        assertThat(find(first).lines())
                .extracting(line -> line.current().quantity())
                .containsExactly(1L, 1000L);
        assertThat(find(second).lines())
                .extracting(line -> line.current().quantity())
                .containsExactly(4L);
        assertThat(find(second).total()).isEqualTo(Money.cents(4 * 265));
        assertThat(find(second).lines().getFirst().ordered().amount()).isEqualTo(Money.cents(1500));
        assertThat(market.facts("LinesCut")).isEqualTo(2);
        assertThat(cancel(first)).isEqualTo(CancelResult.TOO_LATE);
    }

    @Test
    void whatHappensAtTheVanIsCountedOnce() {
        Order order = placed("van", PayBy.AT_VAN, new Wish(juice, 2), new Wish(potatoes, 1000));
        Order nobody = placed("nobody", PayBy.AT_VAN, new Wish(juice, 1));
        run(lines.request(market.region, Market.DAY, market.farm));
        run(lines.confirm(market.region, juice, 10, ShortageRule.FAIR_SHARE));
        run(lines.confirm(market.region, potatoes, 10_000, ShortageRule.FAIR_SHARE));
        assertThat(run(lines.pack(market.region, order.id(), Map.of(1, 2L, 2, 960L)))).isEqualTo(2);
        assertThat(find(order).total()).isEqualTo(Money.cents(530 + 173));
        assertThat(run(lines.load(market.region, order.id(), List.of(1, 2)))).isEqualTo(2);
        assertThat(find(order).state()).isEqualTo(OrderState.ON_BOARD);
        assertThat(run(lines.handOver(market.region, order.id(), Map.of(1, 2L)))).isEqualTo(1);
        assertThat(run(lines.handOver(market.region, order.id(), Map.of(1, 1L)))).isZero();
        assertThat(run(lines.refuse(market.region, order.id(), List.of(2)))).isEqualTo(1);
        assertThat(run(lines.uncollected(market.region, market.call))).isEqualTo(1);
        assertThat(find(order).state()).isEqualTo(OrderState.HANDED_OVER);
        assertThat(find(order).total()).isEqualTo(Money.cents(530));
        assertThat(find(nobody).state()).isEqualTo(OrderState.UNCOLLECTED);
        assertThat(find(nobody).total()).isEqualTo(Money.ZERO);
    }

    private PlaceResult place(String key, PayBy payBy, Wish... wishes) {
        return run(orders.place(market.region, market.order(key, payBy, wishes)));
    }

    private Order placed(String key, PayBy payBy, Wish... wishes) {
        return ((Placed) place(key, payBy, wishes)).order();
    }

    private CancelResult cancel(Order order) {
        return run(orders.cancel(market.region, order.id(), EndReason.CUSTOMER));
    }

    private Order find(Order order) {
        return run(orders.find(market.region, order.id()));
    }

    private <T> T run(Mono<T> work) {
        return TestRegions.run(market.region, work);
    }
}
