package de.mobilermarktplatz.payment;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.kernel.id.TourId;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.ordering.ChangeResult;
import de.mobilermarktplatz.ordering.Order;
import de.mobilermarktplatz.ordering.OrderChange;
import de.mobilermarktplatz.ordering.OrderHandedOver;
import de.mobilermarktplatz.ordering.OrderRequest;
import de.mobilermarktplatz.ordering.OrderRequests;
import de.mobilermarktplatz.ordering.OrderState;
import de.mobilermarktplatz.testing.MarktplatzTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** Rows of the conflict table (sync.md 2.5) that move money: two cakes and three bottles, 24.65. */
@MarktplatzTest
class ConflictsOfMoneyTest {

    private static final Money TOTAL = new Money(2_465);

    private final Shop shop;
    private final OrderRequests requests;

    ConflictsOfMoneyTest(AutowireCapableBeanFactory beans) {
        this.shop = Shop.of(beans);
        this.requests = beans.getBean(OrderRequests.class);
    }

    @BeforeEach
    void threeDaysBefore() {
        shop.open(Shop.NEAR);
    }

    @Test
    void aCancellationThatTheVanGrantsReleasesTheCard() {
        Order order = aboard();

        vanSays(order, OrderChange.cancel(), Map.of(1, 0L, 2, 0L));
        shop.work();

        assertThat(shop.now(order).state()).isEqualTo(OrderState.CANCELLED);
        assertThat(shop.payment(order).state()).isEqualTo(PaymentState.VOIDED);
        assertThat(shop.sums().captured()).isEqualTo(Money.ZERO);
    }

    @Test
    void lessThanWasOrderedIsCapturedAsLess() {
        Order order = aboard();

        OrderChange less = new OrderChange(OrderChange.Kind.DECREASE, Map.of(1, 1L));
        vanSays(order, less, Map.of(1, 1L, 2, 3L));
        assertThat(shop.now(order).total()).isEqualTo(TOTAL.minus(new Money(850)));
        shop.handOver(order, Map.of(1, 1L, 2, 3L));
        shop.work();

        assertThat(shop.payment(order).captured()).isEqualTo(TOTAL.minus(new Money(850)));
    }

    @Test
    void oneCodeOnTwoVansIsChargedOnce() {
        Order order = aboard();
        shop.run(shop.lines.handOver(shop.region(), order.id(), Map.of(1, 2L, 2, 3L)));

        shop.tell(new OrderHandedOver(order.id().value(), UUID.randomUUID(), 0));
        shop.tell(new OrderHandedOver(order.id().value(), UUID.randomUUID(), 0));
        shop.work();
        shop.work();

        assertThat(shop.payment(order).captured()).isEqualTo(TOTAL);
        assertThat(shop.market.facts("PaymentCaptured")).isEqualTo(1);
    }

    @Test
    void paidOnlineAndInCashIsGivenBackOncePerOperation() {
        Order order = aboard();
        shop.handOver(order, Map.of(1, 2L, 2, 3L));
        shop.work();
        assertThat(shop.payment(order).captured()).isEqualTo(TOTAL);
        OrderHandedOver cash = new OrderHandedOver(order.id().value(), UUID.randomUUID(), 1_000);
        OrderHandedOver other = new OrderHandedOver(order.id().value(), UUID.randomUUID(), 500);

        shop.tell(cash);
        shop.tell(other);
        shop.tell(cash);
        shop.work();
        shop.work();

        assertThat(shop.payment(order).refunded()).isEqualTo(new Money(1_500));
    }

    private Order aboard() {
        Order order = shop.order();
        shop.pay(order, Shop.VISA);
        shop.requested();
        return order;
    }

    private void vanSays(Order order, OrderChange change, Map<Integer, Long> lines) {
        TourId tour = new TourId(UUID.randomUUID());
        ChangeResult asked =
                shop.run(requests.ask(shop.region(), tour, order.id(), change, "Frau Amt"));
        shop.run(
                requests.answer(
                        shop.region(),
                        ((ChangeResult.Asked) asked).request(),
                        OrderRequest.State.DONE,
                        lines));
    }
}
