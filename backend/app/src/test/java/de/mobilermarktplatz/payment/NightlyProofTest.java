package de.mobilermarktplatz.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.ordering.Order;
import de.mobilermarktplatz.payment.store.PaymentStore;
import de.mobilermarktplatz.payment.stripe.StripeRefunds;
import de.mobilermarktplatz.testing.MarktplatzTest;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/**
 * Every night Stripe's list is held against the ledger, payment by payment, and the result kept.
 */
@MarktplatzTest
class NightlyProofTest {

    private final Shop shop;
    private final StripeRefunds refunds;
    private final PaymentStore store;

    NightlyProofTest(AutowireCapableBeanFactory beans, StripeRefunds refunds, PaymentStore store) {
        this.shop = Shop.of(beans);
        this.refunds = refunds;
        this.store = store;
    }

    @BeforeEach
    void threeDaysBefore() {
        shop.open(Shop.NEAR);
    }

    @Test
    void sumsThatAgreeAreKeptAsProven() {
        taken();
        taken();

        shop.runJob("payment.reconcile");

        assertThat(proofs("sum(intents)")).isEqualTo(2);
        assertThat(proofs("sum(provider_cents)")).isEqualTo(2 * 2_465);
        assertThat(proofs("sum(ledger_cents)")).isEqualTo(2 * 2_465);
        assertThat(proofs("sum(differences)")).isZero();
        assertThat(proofs("count(*) FILTER (WHERE NOT finished)")).isZero();
    }

    @Test
    void moneyGivenBackByHandIsADifferenceAndOneOfficeCase() {
        Order order = taken();
        taken();
        shop.runJob("payment.reconcile");
        byHand(order, 500);
        shop.work();

        shop.clock.advance(Duration.ofDays(1));
        shop.runJob("payment.reconcile");
        shop.clock.advance(Duration.ofDays(1));
        shop.runJob("payment.reconcile");

        assertThat(proofs("sum(differences)")).isEqualTo(1);
        assertThat(proofs("sum(ledger_cents - provider_cents)")).isEqualTo(500);
        assertThat(cases()).isEqualTo(1);
    }

    @Test
    void whatTheLedgerTookButStripeDoesNotKnowIsAnOfficeCase() {
        Order order = taken();
        shop.market.number(
                "WITH lost AS (UPDATE payment SET intent_id = 'pi_of_nobody' WHERE region_id = :region AND order_id = :order"
                        + " RETURNING 1) SELECT count(*) FROM lost",
                Map.of("order", order.id().value()));
        shop.clock.advance(Duration.ofDays(1));

        shop.runJob("payment.reconcile");

        assertThat(cases()).isGreaterThanOrEqualTo(1);
    }

    @Test
    void whatIsTakenAfterTheListsWereReadIsNoDifference() {
        shop.runJob("payment.reconcile");
        taken();

        shop.runJob("payment.reconcile");

        assertThat(cases()).isZero();
    }

    @Test
    void aCaptureWhoseAnswerGotLostIsMendedAndCounted() {
        Order order = shop.order();
        shop.pay(order, Shop.VISA);
        shop.requested();
        shop.work();
        shop.control("webhooks", "hold=true");
        shop.control("answers", "mode=dropped&path=/capture");
        shop.handOver(order, Map.of(1, 2L, 2, 3L));
        shop.work();
        assertThat(shop.payment(order).state()).isEqualTo(PaymentState.CAPTURE_DUE);

        shop.runJob("payment.reconcile");

        assertThat(shop.payment(order).state()).isEqualTo(PaymentState.CAPTURED);
        assertThat(proofs("sum(mended)")).isEqualTo(1);
        assertThat(proofs("sum(differences)")).isZero();
        assertThat(cases()).isZero();
    }

    @Test
    void aRefundThatSomebodyPaidByHandIsNotTriedForEverButAnOfficeCase() {
        Order order = taken();
        byHand(order, 2_000);
        assertThat(
                        shop.run(
                                shop.payments.refund(
                                        shop.region(),
                                        order.id(),
                                        UUID.randomUUID(),
                                        new Money(850))))
                .isTrue();
        shop.work();

        assertThat(cases("NOT_REFUNDED")).isEqualTo(1);
        assertThat(
                        shop.market.number(
                                "SELECT count(*) FROM payment_refund WHERE region_id = :region AND due_at IS NOT NULL",
                                Map.of()))
                .isZero();
        assertThat(shop.payment(order).refunded()).isEqualTo(Money.ZERO);
    }

    @Test
    void aNightThatBreaksOffGoesOnAtTheNextTick() {
        taken();
        shop.control("answers", "mode=unavailable&path=GET /v1/payment_intents");
        assertThatThrownBy(() -> shop.runJob("payment.reconcile")).isNotNull();

        shop.runJob("payment.reconcile");
        shop.runJob("payment.reconcile");

        assertThat(proofs("sum(intents)")).isEqualTo(1);
        assertThat(proofs("count(*) FILTER (WHERE NOT finished)")).isZero();
    }

    private Order taken() {
        Order order = shop.order();
        shop.pay(order, Shop.VISA);
        shop.requested();
        shop.handOver(order, Map.of(1, 2L, 2, 3L));
        shop.work();
        assertThat(shop.payment(order).state()).isEqualTo(PaymentState.CAPTURED);
        return order;
    }

    private void byHand(Order order, long cents) {
        var payment = shop.run(store.byOrder(shop.region().id(), order.id()));
        UUID nobodys = UUID.randomUUID();
        shop.run(
                refunds.create(
                        shop.region(),
                        payment.id(),
                        nobodys,
                        "by hand " + nobodys,
                        String.valueOf(payment.intent()),
                        new Money(cents)));
    }

    private long proofs(String what) {
        return shop.market.number(
                "SELECT (" + what + ")::bigint FROM payment_proof WHERE region_id = :region",
                Map.of());
    }

    private long cases() {
        return cases("DIFFERENCE");
    }

    private long cases(String kind) {
        return shop.market.number(
                "SELECT count(*) FROM payment_case WHERE region_id = :region AND kind = :kind",
                Map.of("kind", kind));
    }
}
