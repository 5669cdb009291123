package de.mobilermarktplatz.payment;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.ordering.Order;
import de.mobilermarktplatz.testing.MarktplatzTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** News that come after the money was given free, given back, or forgotten by Stripe. */
@MarktplatzTest
class LateNewsTest {

    private static final Money TOTAL = new Money(2_465);

    private final Shop shop;

    LateNewsTest(AutowireCapableBeanFactory beans) {
        this.shop = Shop.of(beans);
    }

    @BeforeEach
    void threeDaysBefore() {
        shop.open(Shop.NEAR);
    }

    @Test
    void aRefundWhoseKeyStripeForgotIsLookedUpBeforeItIsSentAgain() {
        Order order = paid(Shop.VISA);
        shop.handOver(order, Map.of(1, 2L, 2, 3L));
        shop.work();
        shop.control("answers", "mode=dropped&path=POST /v1/refunds");
        assertThat(
                        shop.run(
                                shop.payments.refund(
                                        shop.region(),
                                        order.id(),
                                        UUID.randomUUID(),
                                        new Money(850))))
                .isTrue();
        shop.work();
        assertThat(shop.payment(order).refunded()).isEqualTo(Money.ZERO);

        shop.clock.advance(Duration.ofHours(25));
        shop.work();

        assertThat(shop.payment(order).refunded()).isEqualTo(new Money(850));
        shop.runJob("payment.reconcile");
        assertThat(proof("differences")).isZero();
        assertThat(proof("provider_cents")).isEqualTo(2_465 - 850);
    }

    @Test
    void goodsThatWereCollectedAfterAllAreChargedToTheCardOnce() {
        Order order = paid(Shop.VISA);
        shop.run(shop.lines.uncollected(shop.region(), shop.market.call));
        shop.run(shop.payments.settleCall(shop.region(), shop.market.call));
        shop.work();
        assertThat(shop.payment(order).state()).isEqualTo(PaymentState.VOIDED);

        shop.handOver(order, Map.of(1, 2L, 2, 3L));
        shop.handOver(order, Map.of(1, 2L, 2, 3L));
        shop.work();
        shop.work();

        assertThat(charges("CAPTURED")).isEqualTo(1);
        assertThat(shop.sums().captured()).isEqualTo(TOTAL);
        assertThat(shop.sums().held()).isEqualTo(Money.ZERO);
        assertThat(cases("SHORT")).isZero();
    }

    @Test
    void aHoldThatRanOutBeforeTheVanCameHomeIsChargedOffSession() {
        Order order = paid(Shop.VISA);
        shop.clock.advance(Duration.ofDays(8));
        shop.work();
        assertThat(shop.payment(order).state()).isEqualTo(PaymentState.CAPTURE_FAILED);

        shop.handOver(order, Map.of(1, 2L));
        shop.run(shop.lines.refuse(shop.region(), order.id(), List.of(2)));
        shop.run(shop.payments.settle(shop.region(), order.id()));
        shop.control("answers", "mode=dropped&path=/confirm");
        shop.work();
        shop.clock.advance(Duration.ofMinutes(5));
        shop.work();

        assertThat(charges("CAPTURED")).isEqualTo(1);
        assertThat(shop.sums().captured()).isEqualTo(new Money(1_700));
        assertThat(shop.sums().held()).isEqualTo(Money.ZERO);
    }

    @Test
    void aCardThatDoesNotPayForGoodsThatAreGoneIsAnOfficeCase() {
        Order order = paid(Shop.DECLINED_LATER);
        shop.run(shop.lines.uncollected(shop.region(), shop.market.call));
        shop.run(shop.payments.settleCall(shop.region(), shop.market.call));
        shop.work();

        shop.handOver(order, Map.of(1, 2L, 2, 3L));
        shop.work();
        shop.work();

        assertThat(charges("DECLINED")).isEqualTo(1);
        assertThat(cases("CHARGE_REFUSED")).isEqualTo(1);
        assertThat(shop.messages("payment-charge-refused")).isEqualTo(1);
        assertThat(shop.sums().captured()).isEqualTo(Money.ZERO);
    }

    @Test
    void whatAVanSoldOnAccountIsChargedOnceAndWithinTheLimits() {
        Order order = paid(Shop.VISA);
        SoldOnAccount sale = new SoldOnAccount(UUID.randomUUID(), order.id().value(), 1_234);
        shop.control("answers", "mode=dropped&path=/confirm");

        shop.tell(sale);
        shop.tell(sale);
        shop.tell(new SoldOnAccount(UUID.randomUUID(), order.id().value(), 5_001));
        shop.work();
        shop.clock.advance(Duration.ofMinutes(5));
        shop.work();

        assertThat(charges("CAPTURED")).isEqualTo(1);
        assertThat(shop.sums().captured()).isEqualTo(new Money(1_234));
        assertThat(cases("OVER_LIMIT")).isEqualTo(1);
    }

    @Test
    void webhooksOfMonthsAgoThriceAndBackwardsChangeNothing() {
        Order order = paid(Shop.VISA);
        shop.control("webhooks", "hold=true&copies=3");
        shop.handOver(order, Map.of(1, 2L, 2, 3L));
        shop.work();
        shop.clock.advance(Duration.ofDays(90));

        for (int round = 0; round < 3; round++) {
            shop.control("webhooks/release", "order=reversed");
            shop.work();
        }

        assertThat(shop.payment(order).state()).isEqualTo(PaymentState.CAPTURED);
        assertThat(shop.sums().captured()).isEqualTo(TOTAL);
        assertThat(shop.market.facts("PaymentCaptured")).isEqualTo(1);
    }

    private Order paid(String card) {
        Order order = shop.order();
        shop.pay(order, card);
        shop.requested();
        return order;
    }

    private long charges(String state) {
        return shop.market.number(
                "SELECT count(*) FROM payment WHERE region_id = :region AND checkout = 'CHARGE' AND state = :state",
                Map.of("state", state));
    }

    private long cases(String kind) {
        return shop.market.number(
                "SELECT count(*) FROM payment_case WHERE region_id = :region AND kind = :kind",
                Map.of("kind", kind));
    }

    private long proof(String column) {
        return shop.market.number(
                "SELECT sum(" + column + ")::bigint FROM payment_proof WHERE region_id = :region",
                Map.of());
    }
}
