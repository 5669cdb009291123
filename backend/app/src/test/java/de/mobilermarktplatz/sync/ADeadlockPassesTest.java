package de.mobilermarktplatz.sync;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.contract.journal.CashMovement;
import de.mobilermarktplatz.contract.journal.CashMovementKind;
import de.mobilermarktplatz.contract.journal.DeliveredLine;
import de.mobilermarktplatz.contract.journal.Handover;
import de.mobilermarktplatz.contract.journal.HandoverProof;
import de.mobilermarktplatz.kernel.id.OfferId;
import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.kernel.id.TourId;
import de.mobilermarktplatz.kernel.id.UuidV7;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.kernel.quantity.Unit;
import de.mobilermarktplatz.ordering.Market;
import de.mobilermarktplatz.ordering.OrderLines;
import de.mobilermarktplatz.ordering.Orders;
import de.mobilermarktplatz.ordering.PayBy;
import de.mobilermarktplatz.ordering.PlaceResult;
import de.mobilermarktplatz.ordering.Wish;
import de.mobilermarktplatz.testing.MarktplatzTest;
import de.mobilermarktplatz.testing.TestClock;
import de.mobilermarktplatz.testing.TestHttp;
import de.mobilermarktplatz.testing.TestRegions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * PostgreSQL ends one of two transactions that wait for each other. The batch that it hits failed
 * for no reason of its own: it comes again and has its whole effect.
 */
@MarktplatzTest
class ADeadlockPassesTest {

    private final BeanFactory beans;
    private final DatabaseClient db;
    private final Market market;
    private final TestTablet tablet;

    ADeadlockPassesTest(BeanFactory beans, DatabaseClient db, TestClock clock) {
        clock.set(TestClock.MONDAY_MORNING);
        this.beans = beans;
        this.db = db;
        this.market = new Market(beans.getBean(TestRegions.class).create(), db);
        this.tablet =
                new TestTablet(
                        beans.getBean(TestHttp.class),
                        market.region,
                        beans.getBean(UuidV7.class),
                        clock);
    }

    @Test
    void theBatchThatADeadlockHitIsCarriedOutWhenItComesAgain() throws Exception {
        String code =
                TestRegions.run(market.region, beans.getBean(Devices.class).newCode(market.region));
        assertThat(tablet.enrol(Objects.requireNonNull(code))).isEqualTo(200);
        tablet.writes(new CashMovement(1, CashMovementKind.PAY_IN, new Money(500), null));
        tablet.writes(handedOver(order()));
        CountDownLatch holdsTheLine = new CountDownLatch(1);
        CompletableFuture<Void> other =
                CompletableFuture.runAsync(
                        () -> TestRegions.run(market.region, lineThenJournal(holdsTheLine)));
        holdsTheLine.await();
        assertThat(tablet.uploads(1).statusCode()).isGreaterThanOrEqualTo(500);
        other.join();
        assertThat(count("inbox")).as("all or nothing").isZero();

        assertThat(tablet.uploads(1).statusCode()).isEqualTo(200);

        assertThat(count("exception_case")).isZero();
        assertThat(count("receipt")).isEqualTo(1);
        assertThat(
                        market.number(
                                "SELECT count(*) FROM order_line WHERE region_id = :region AND state = 'HANDED_OVER'",
                                Map.of()))
                .isEqualTo(1);
    }

    /** An upload takes the journal first; whoever waits first is the one that PostgreSQL ends. */
    private Mono<Void> lineThenJournal(CountDownLatch holdsTheLine) {
        return beans.getBean(TransactionalOperator.class)
                .transactional(
                        lock("SELECT 1 FROM order_line WHERE region_id = :region FOR UPDATE")
                                .doOnSuccess(_ -> holdsTheLine.countDown())
                                .then(somebodyWaits())
                                .then(
                                        lock(
                                                "SELECT 1 FROM journal WHERE region_id = :region FOR UPDATE")));
    }

    private Mono<Void> lock(String sql) {
        return db.sql(sql).bind("region", market.region.id().value()).fetch().all().then();
    }

    private Mono<Long> somebodyWaits() {
        return db.sql("SELECT count(*) FROM pg_locks WHERE NOT granted")
                .map(row -> row.get(0, Long.class))
                .one()
                .filter(waiting -> waiting > 0)
                .repeatWhenEmpty(500, again -> again.delayElements(Duration.ofMillis(10)));
    }

    private OrderId order() {
        OfferId juice = market.piece(market.farm, "Apfelsaft", 250, 10, 15);
        PlaceResult placed =
                TestRegions.run(
                        market.region,
                        beans.getBean(Orders.class)
                                .place(
                                        market.region,
                                        market.order("one", PayBy.AT_VAN, new Wish(juice, 2))));
        TestRegions.run(
                market.region,
                beans.getBean(OrderLines.class).request(market.region, Market.DAY, market.farm));
        return ((PlaceResult.Placed) Objects.requireNonNull(placed)).order().id();
    }

    private Handover handedOver(OrderId order) {
        return new Handover(
                order,
                market.call,
                new TourId(UUID.randomUUID()),
                HandoverProof.values()[0],
                List.of(new DeliveredLine(1, Unit.PIECE, 2)),
                Money.ZERO,
                null);
    }

    private long count(String table) {
        return market.number(
                "SELECT count(*) FROM " + table + " WHERE region_id = :region", Map.of());
    }
}
