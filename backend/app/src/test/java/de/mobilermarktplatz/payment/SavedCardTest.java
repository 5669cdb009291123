package de.mobilermarktplatz.payment;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.ordering.EndReason;
import de.mobilermarktplatz.ordering.Order;
import de.mobilermarktplatz.ordering.OrderState;
import de.mobilermarktplatz.ordering.PayBy;
import de.mobilermarktplatz.testing.MarktplatzTest;
import de.mobilermarktplatz.testing.TestClock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** Market days further away: the card is saved now and held four days before. */
@MarktplatzTest
class SavedCardTest {

    private final Shop shop;

    SavedCardTest(AutowireCapableBeanFactory beans) {
        this.shop = Shop.of(beans);
    }

    @BeforeEach
    void eightDaysBefore() {
        shop.open(TestClock.MONDAY_MORNING);
    }

    @Test
    void aSavedCardIsHeldFourDaysBeforeAndTakenAfterDelivery() {
        Order order = saved(Shop.VISA);
        assertThat(shop.now(order).state()).isEqualTo(OrderState.PLACED);
        assertThat(shop.payment(order).state()).isEqualTo(PaymentState.DEFERRED_DUE);

        shop.clock.advance(Duration.ofDays(3));
        shop.work();
        assertThat(shop.payment(order).state()).isEqualTo(PaymentState.DEFERRED_DUE);
        shop.clock.advance(Duration.ofDays(1));
        shop.work();

        assertThat(shop.payment(order).state()).isEqualTo(PaymentState.AUTHORIZED);
        shop.requested();
        shop.handOver(order, Map.of(1, 2L, 2, 3L));
        shop.work();
        assertThat(shop.payment(order).captured()).isEqualTo(new Money(2_465));
    }

    @Test
    void aCardThatIsDeclinedLaterMeansPayingAtTheVanAndTheCustomerIsTold() {
        Order order = saved(Shop.DECLINED_LATER);

        shop.clock.advance(Duration.ofDays(4));
        shop.work();

        assertThat(shop.payment(order).state()).isEqualTo(PaymentState.DECLINED);
        assertThat(shop.now(order).payBy()).isEqualTo(PayBy.AT_VAN);
        assertThat(shop.now(order).state()).isEqualTo(OrderState.PLACED);
        assertThat(shop.messages("payment-at-van")).isEqualTo(1);
    }

    @Test
    void aBankThatWantsTheCustomerMeansPayingAtTheVanToo() {
        Order order = saved(Shop.WANTS_CUSTOMER);

        shop.clock.advance(Duration.ofDays(4));
        shop.work();

        assertThat(shop.payment(order).state()).isEqualTo(PaymentState.NEEDS_CUSTOMER);
        assertThat(shop.now(order).payBy()).isEqualTo(PayBy.AT_VAN);
    }

    @Test
    void anAnswerThatGotLostNeverChargesTwice() {
        Order order = saved(Shop.VISA);
        shop.clock.advance(Duration.ofDays(4));
        // A webhook of the forgotten intent would find it at once.
        shop.control("webhooks", "hold=true");
        shop.control("answers", "mode=dropped&path=POST /v1/payment_intents");
        shop.work();
        assertThat(shop.payment(order).state()).isEqualTo(PaymentState.DEFERRED_DUE);

        shop.clock.advance(Duration.ofHours(21));
        shop.work();

        assertThat(shop.payment(order).state()).isEqualTo(PaymentState.AUTHORIZED);
        assertThat(shop.sums().authorised()).isEqualTo(new Money(2_465));
        shop.runJob("payment.reconcile");
        assertThat(shop.payment(order).state()).isEqualTo(PaymentState.AUTHORIZED);
    }

    @Test
    void anOrderCancelledInTimeIsNeverCharged() {
        Order order = saved(Shop.VISA);

        shop.run(shop.orders.cancel(shop.region(), order.id(), EndReason.CUSTOMER));
        shop.work();
        shop.clock.advance(Duration.ofDays(4));
        shop.work();

        assertThat(shop.payment(order).state()).isEqualTo(PaymentState.VOIDED);
        assertThat(shop.sums().authorised()).isEqualTo(Money.ZERO);
    }

    private Order saved(String card) {
        Order order = shop.order();
        shop.pay(order, card);
        return order;
    }
}
