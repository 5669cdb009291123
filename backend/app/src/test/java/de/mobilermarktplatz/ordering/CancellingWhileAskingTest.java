package de.mobilermarktplatz.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.kernel.id.OfferId;
import de.mobilermarktplatz.ordering.Orders.CancelResult;
import de.mobilermarktplatz.ordering.PlaceResult.Placed;
import de.mobilermarktplatz.testing.MarktplatzTest;
import de.mobilermarktplatz.testing.TestClock;
import de.mobilermarktplatz.testing.TestRegions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import reactor.util.function.Tuple2;

/** The desk cancels in the very moment in which the producer is asked. */
@MarktplatzTest
class CancellingWhileAskingTest {

    private static final Duration UNTIL_BOTH_HAVE_BEGUN = Duration.ofMillis(300);

    private final Market market;
    private final Orders orders;
    private final OrderLines lines;
    private final TransactionalOperator tx;

    CancellingWhileAskingTest(
            TestRegions regions,
            DatabaseClient db,
            Orders orders,
            OrderLines lines,
            TransactionalOperator tx,
            TestClock clock) {
        clock.set(TestClock.MONDAY_MORNING);
        this.market = new Market(regions.create(), db);
        this.orders = orders;
        this.lines = lines;
        this.tx = tx;
    }

    @Test
    void whatTheProducerWasAskedForIsNotCancelledAnyMore() {
        OfferId juice = market.piece(market.farm, "Apfelsaft", 250, 10, 15);
        Order order = placed(juice);
        Mono<Long> asking =
                tx.transactional(
                        lines.request(market.region, Market.DAY, market.farm)
                                .delayElement(UNTIL_BOTH_HAVE_BEGUN.multipliedBy(2)));
        Mono<CancelResult> cancelling =
                Mono.delay(UNTIL_BOTH_HAVE_BEGUN)
                        .then(orders.cancel(market.region, order.id(), EndReason.DESK));

        Tuple2<Long, CancelResult> both =
                TestRegions.run(market.region, Mono.zip(asking, cancelling));

        assertThat(both.getT1()).isEqualTo(1);
        assertThat(both.getT2()).isEqualTo(CancelResult.TOO_LATE);
        Order now = TestRegions.run(market.region, orders.find(market.region, order.id()));
        assertThat(now.endReason()).isNull();
        assertThat(now.lines().getFirst().state()).isEqualTo(LineState.REQUESTED);
        assertThat(market.free(juice)).isEqualTo(8);
    }

    private Order placed(OfferId offer) {
        return ((Placed)
                        TestRegions.run(
                                market.region,
                                orders.place(
                                        market.region,
                                        market.order("one", PayBy.AT_VAN, new Wish(offer, 2)))))
                .order();
    }
}
