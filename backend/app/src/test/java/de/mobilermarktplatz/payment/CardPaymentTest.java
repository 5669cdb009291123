package de.mobilermarktplatz.payment;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.kernel.id.PaymentId;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.ordering.EndReason;
import de.mobilermarktplatz.ordering.Order;
import de.mobilermarktplatz.ordering.OrderHandedOver;
import de.mobilermarktplatz.ordering.OrderState;
import de.mobilermarktplatz.ordering.PayBy;
import de.mobilermarktplatz.payment.store.PaymentMoves;
import de.mobilermarktplatz.testing.Browser;
import de.mobilermarktplatz.testing.MarktplatzTest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/**
 * O8: a card is held at checkout, and what was delivered is taken; the shop, the database and
 * stripe-java are real.
 */
@MarktplatzTest
class CardPaymentTest {

    private static final Money TOTAL = new Money(2_465);

    private final Shop shop;
    private final PaymentMoves moves;

    CardPaymentTest(AutowireCapableBeanFactory beans) {
        this.moves = beans.getBean(PaymentMoves.class);
        this.shop = Shop.of(beans);
    }

    @BeforeEach
    void threeDaysBefore() {
        shop.open(Shop.NEAR);
    }

    @Test
    void theCardIsHeldAndOnlyWhatWasDeliveredIsTaken() {
        Order order = shop.order();
        assertThat(order.total()).isEqualTo(TOTAL);

        assertThat(shop.pay(order, Shop.VISA).location()).contains("/bestellung/" + order.id());

        assertThat(shop.now(order).state()).isEqualTo(OrderState.PLACED);
        assertThat(shop.payment(order).state()).isEqualTo(PaymentState.AUTHORIZED);
        assertThat(shop.payment(order).authorised()).isEqualTo(TOTAL);

        shop.requested();
        shop.handOver(order, Map.of(1, 1L));
        assertThat(shop.payment(order).state())
                .as("line 2 is still open")
                .isEqualTo(PaymentState.AUTHORIZED);
        shop.handOver(order, Map.of(2, 2L));
        shop.work();

        PaymentView paid = shop.payment(order);
        assertThat(paid.state()).isEqualTo(PaymentState.CAPTURED);
        assertThat(paid.captured())
                .isEqualTo(shop.now(order).total())
                .isEqualTo(new Money(850 + 480 + 30));
        assertThat(shop.sums())
                .isEqualTo(
                        new LedgerSums(
                                TOTAL, new Money(1_360), new Money(2_465 - 1_360), Money.ZERO));
        assertThat(shop.sums().held()).isEqualTo(Money.ZERO);
        assertThat(shop.market.facts("PaymentCaptured")).isEqualTo(1);
    }

    @Test
    void aRefusedOrderCostsNothing() {
        Order order = paid();
        shop.requested();

        shop.run(shop.lines.refuse(shop.region(), order.id(), List.of(1, 2)));
        shop.run(shop.payments.settle(shop.region(), order.id()));
        shop.work();

        assertThat(shop.payment(order).state()).isEqualTo(PaymentState.VOIDED);
        assertThat(shop.sums().captured()).isEqualTo(Money.ZERO);
        assertThat(shop.sums().held()).isEqualTo(Money.ZERO);
    }

    @Test
    void aDeclinedCardLeavesTheOrderHeldAndAnotherCardPays() {
        Order order = shop.order();
        String page = shop.toStripe(order);

        assertThat(shop.press(page, Shop.DECLINED).statusCode()).isEqualTo(402);
        shop.work();
        assertThat(shop.now(order).state()).isEqualTo(OrderState.HELD);
        assertThat(shop.payment(order).state()).isEqualTo(PaymentState.INTENT);

        shop.pay(order, Shop.VISA);
        assertThat(shop.now(order).state()).isEqualTo(OrderState.PLACED);
    }

    @Test
    void fiveWindowsAtOnceAreOnePaymentOnOnePage() throws Exception {
        Order order = shop.order();
        List<Future<String>> pages;
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            pages =
                    people.invokeAll(
                            IntStream.range(0, 5)
                                    .<Callable<String>>mapToObj(i -> () -> shop.toStripe(order))
                                    .toList());
        }

        assertThat(pages.stream().map(Future::resultNow))
                .hasSize(5)
                .containsOnly(shop.toStripe(order));
        assertThat(
                        shop.market.number(
                                "SELECT count(*) FROM payment WHERE region_id = :region", Map.of()))
                .isEqualTo(1);
    }

    @Test
    void whoseFirstTryGotLostPaysByAnotherLinkOfTheSameOrder() {
        shop.toStripe(shop.order());
        Order order = shop.order();
        shop.control("answers", "mode=dropped&path=POST /v1/checkout/sessions");
        assertThat(shop.page(order, "").status()).isEqualTo(503);

        shop.clock.advance(Duration.ofSeconds(90));
        shop.pay(order, Shop.VISA);

        assertThat(shop.now(order).state()).isEqualTo(OrderState.PLACED);
        assertThat(shop.payment(order).state()).isEqualTo(PaymentState.AUTHORIZED);
    }

    @Test
    void whenTheLeaseEndsThePageEndsAndTheGoodsAreFree() {
        Order order = shop.order();
        String page = shop.toStripe(order);

        shop.clock.advance(Duration.ofMinutes(11));
        shop.work();

        assertThat(shop.press(page, Shop.VISA).statusCode()).isEqualTo(410);
        assertThat(shop.payment(order).state()).isEqualTo(PaymentState.VOIDED);
        assertThat(shop.now(order).endReason()).isEqualTo(EndReason.EXPIRED);
        assertThat(shop.market.free(shop.cake)).isEqualTo(20);
        assertThat(shop.page(order, "").body()).contains("abgelaufen");
    }

    @Test
    void aPaymentThatWinsTheRaceAgainstTheLeaseIsGivenFreeAndTheCustomerIsTold() {
        Order order = shop.order();
        String page = shop.toStripe(order);

        shop.clock.advance(Duration.ofMinutes(11));
        HttpResponse<String> paid = shop.press(page, Shop.VISA);
        assertThat(paid.statusCode()).isEqualTo(303);
        shop.work();
        shop.work();

        assertThat(shop.now(order).endReason()).isEqualTo(EndReason.EXPIRED);
        assertThat(shop.payment(order).state()).isEqualTo(PaymentState.VOIDED);
        assertThat(shop.sums().authorised()).isEqualTo(TOTAL);
        assertThat(shop.sums().released()).isEqualTo(TOTAL);
        assertThat(shop.messages("payment-too-late")).isEqualTo(1);
    }

    @Test
    void aCancelledOrderIsGivenFree() {
        Order order = paid();

        shop.run(shop.orders.cancel(shop.region(), order.id(), EndReason.DESK));
        shop.work();

        assertThat(shop.payment(order).state()).isEqualTo(PaymentState.VOIDED);
        assertThat(shop.sums().held()).isEqualTo(Money.ZERO);
        assertThat(shop.sums().captured()).isEqualTo(Money.ZERO);
    }

    @Test
    void whoeverRatherPaysAtTheVanKeepsTheGoods() {
        Order order = shop.order();
        String page = shop.toStripe(order);
        assertThat(shop.page(order, "/abgebrochen").body()).contains("Am Marktwagen bezahlen");

        assertThat(shop.submit(order, "/abgebrochen", "/am-wagen").status()).isEqualTo(303);

        Order now = shop.now(order);
        assertThat(now.state()).isEqualTo(OrderState.PLACED);
        assertThat(now.payBy()).isEqualTo(PayBy.AT_VAN);
        assertThat(now.dueAtVan()).isEqualTo(TOTAL);
        assertThat(now.paidAt()).isNull();
        assertThat(shop.press(page, Shop.VISA).statusCode()).isEqualTo(410);
    }

    @Test
    void withoutTheOrdersLinkNobodyPaysIt() {
        Order order = shop.order();

        assertThat(
                        new Browser(shop.http(), shop.region())
                                .get("/zahlung/" + order.id() + "?t=falsch")
                                .status())
                .isEqualTo(404);
    }

    @Test
    void aCaptureWhoseAnswerGotLostHappensOnce() {
        Order order = paid();
        shop.requested();
        shop.control("answers", "mode=dropped&path=/capture");

        shop.handOver(order, Map.of(1, 2L, 2, 3L));
        shop.work();
        shop.clock.advance(Duration.ofSeconds(2));
        shop.work();

        assertThat(shop.payment(order).state()).isEqualTo(PaymentState.CAPTURED);
        assertThat(shop.sums().captured()).isEqualTo(TOTAL);
    }

    @Test
    void aRefundWantedTwiceIsPaidOnceAndNeverMoreThanWasTaken() {
        Order order = paid();
        shop.requested();
        shop.handOver(order, Map.of(1, 2L, 2, 3L));
        shop.work();
        UUID complaint = UUID.randomUUID();

        assertThat(refund(order, complaint, 850)).isTrue();
        assertThat(refund(order, complaint, 850)).isFalse();
        assertThat(refund(order, UUID.randomUUID(), 2_000)).isFalse();
        shop.work();

        assertThat(shop.payment(order).refunded()).isEqualTo(new Money(850));
        assertThat(refund(order, UUID.randomUUID(), 2_465 - 850)).isTrue();
        shop.work();
        assertThat(shop.payment(order).state()).isEqualTo(PaymentState.REFUNDED);
        assertThat(shop.sums().refunded()).isEqualTo(TOTAL);
    }

    @Test
    void anAuthorisationIsCapturedBeforeItRunsOutEvenWhenTheVanIsSilent() {
        Order order = paid();
        shop.requested();
        shop.run(shop.lines.handOver(shop.region(), order.id(), Map.of(1, 2L, 2, 3L)));

        shop.clock.advance(Duration.ofDays(7).minusHours(11));
        shop.work();

        assertThat(shop.payment(order).state()).isEqualTo(PaymentState.CAPTURED);
    }

    @Test
    void whatTheSilentVanDidNotDeliverIsGivenBackOnceItTells() {
        Order order = paid();
        shop.requested();
        shop.clock.advance(Duration.ofDays(7).minusHours(11));
        shop.work();
        assertThat(shop.payment(order).captured()).isEqualTo(TOTAL);

        shop.run(shop.lines.handOver(shop.region(), order.id(), Map.of(1, 2L)));
        shop.run(shop.lines.refuse(shop.region(), order.id(), List.of(2)));
        shop.tell(new OrderHandedOver(order.id().value(), UUID.randomUUID(), 0));
        shop.tell(new OrderHandedOver(order.id().value(), UUID.randomUUID(), 0));
        shop.work();

        assertThat(shop.now(order).total()).isEqualTo(new Money(1_700));
        assertThat(shop.payment(order).refunded()).isEqualTo(new Money(2_465 - 1_700));
    }

    @Test
    void theVansNewsSettlesTheCardAndTheSameNewsTwiceChangesNothing() {
        Order order = paid();
        shop.requested();
        shop.run(shop.lines.handOver(shop.region(), order.id(), Map.of(1, 2L, 2, 3L)));
        UUID operation = UUID.randomUUID();

        shop.tell(new OrderHandedOver(order.id().value(), operation, 0));
        shop.tell(new OrderHandedOver(order.id().value(), operation, 0));
        shop.work();

        assertThat(shop.payment(order).captured()).isEqualTo(TOTAL);
        assertThat(shop.market.facts("PaymentCaptured")).isEqualTo(1);
    }

    @Test
    void whatWasPaidInCashOnBoardIsNotTakenFromTheCardToo() {
        Order order = paid();
        shop.requested();
        shop.run(shop.lines.handOver(shop.region(), order.id(), Map.of(1, 2L, 2, 3L)));

        shop.tell(new OrderHandedOver(order.id().value(), UUID.randomUUID(), TOTAL.cents()));
        shop.work();

        assertThat(shop.payment(order).state()).isEqualTo(PaymentState.VOIDED);
        assertThat(shop.sums().captured()).isEqualTo(Money.ZERO);
    }

    @Test
    void cashThatIsToldAfterTheCaptureIsGivenBackOnce() {
        Order order = paid();
        shop.requested();
        shop.handOver(order, Map.of(1, 2L, 2, 3L));
        shop.work();
        OrderHandedOver cash = new OrderHandedOver(order.id().value(), UUID.randomUUID(), 1_000);

        shop.tell(cash);
        shop.tell(cash);
        shop.work();

        assertThat(shop.payment(order).refunded()).isEqualTo(new Money(1_000));
        assertThat(shop.sums().refunded()).isEqualTo(new Money(1_000));
    }

    @Test
    void cashThatIsToldWhileTheCaptureIsOnItsWayIsGivenBackAfterIt() {
        Order order = paid();
        shop.requested();
        shop.handOver(order, Map.of(1, 2L, 2, 3L));
        shop.control("webhooks", "hold=true");
        shop.control("answers", "mode=dropped&path=/capture");
        shop.work();
        assertThat(shop.payment(order).state()).isEqualTo(PaymentState.CAPTURE_DUE);

        shop.tell(new OrderHandedOver(order.id().value(), UUID.randomUUID(), 1_000));
        shop.work();
        shop.clock.advance(Duration.ofMinutes(1));
        shop.work();
        shop.work();

        assertThat(shop.sums().captured()).isEqualTo(TOTAL);
        assertThat(shop.payment(order).refunded()).isEqualTo(new Money(1_000));
    }

    @Test
    void cashThatIsToldBeforeTheCaptureWasSentLowersIt() {
        Order order = paid();
        shop.requested();
        shop.handOver(order, Map.of(1, 2L, 2, 3L));
        OrderHandedOver cash = new OrderHandedOver(order.id().value(), UUID.randomUUID(), 1_000);

        shop.tell(cash);
        shop.tell(cash);
        shop.work();

        assertThat(shop.payment(order).captured()).isEqualTo(TOTAL.minus(new Money(1_000)));
        assertThat(shop.sums().refunded()).isEqualTo(Money.ZERO);
        assertThat(shop.sums().held()).isEqualTo(Money.ZERO);
    }

    @Test
    void whatNobodyCollectedIsGivenFreeAtTheEndOfTheTour() {
        Order order = paid();
        shop.requested();

        shop.run(shop.lines.uncollected(shop.region(), shop.market.call));
        assertThat(shop.run(shop.payments.settleCall(shop.region(), shop.market.call)))
                .isEqualTo(1);
        shop.work();

        assertThat(shop.payment(order).state()).isEqualTo(PaymentState.VOIDED);
        assertThat(shop.sums().held()).isEqualTo(Money.ZERO);
    }

    @Test
    void whoChoseTheVanIsNotSentToAPageThatStillTakesMoney() {
        shop.toStripe(shop.order());
        Order order = shop.order();
        shop.control("answers", "mode=dropped&path=POST /v1/checkout/sessions");
        assertThat(shop.page(order, "").status()).isEqualTo(503);
        assertThat(shop.submit(order, "/abgebrochen", "/am-wagen").status()).isEqualTo(303);

        PaymentId late = shop.payment(order).id();

        assertThat(shop.payment(order).state()).isEqualTo(PaymentState.VOIDED);
        assertThat(shop.run(moves.session(shop.region().id(), late, "cs_of_a_slow_window")))
                .isFalse();
    }

    private boolean refund(Order order, UUID id, long cents) {
        return shop.run(shop.payments.refund(shop.region(), order.id(), id, new Money(cents)));
    }

    private Order paid() {
        Order order = shop.order();
        shop.pay(order, Shop.VISA);
        return order;
    }
}
