package de.mobilermarktplatz.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.kernel.id.OfferId;
import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.platform.region.RegionContext;
import de.mobilermarktplatz.testing.MarktplatzTest;
import de.mobilermarktplatz.testing.TestClock;
import de.mobilermarktplatz.testing.TestRegions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** However placing, paying, cancelling and expiring interleave: free + taken = offered. */
@MarktplatzTest
class StockBalanceTest {

    private static final int STEPS = 300;
    private static final int AT_ONCE = 12;
    private static final long ROOM = 40_000;

    private final Market market;
    private final Orders orders;
    private final TestClock clock;

    StockBalanceTest(TestRegions regions, DatabaseClient db, Orders orders, TestClock clock) {
        this.market = new Market(regions.create(), db);
        this.orders = orders;
        this.clock = clock;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void freeAndTakenAreAlwaysWhatWasOffered(long seed) {
        balanced(seed);
    }

    @ParameterizedTest
    @Tag("proof")
    @ValueSource(longs = {4, 5, 6, 7, 8, 9})
    void freeAndTakenAreAlwaysWhatWasOfferedWithMoreSeeds(long seed) {
        balanced(seed);
    }

    private void balanced(long seed) {
        clock.set(TestClock.MONDAY_MORNING);
        var call = new de.mobilermarktplatz.kernel.id.CallId(UUID.randomUUID());
        market.call(call, "halt-" + seed, ROOM);
        OfferId bread = market.piece(market.bakery, "Brot " + seed, 390, 25, 0);
        OfferId juice = market.piece(market.farm, "Saft " + seed, 250, 40, 15);
        OfferId potatoes = market.weighed(market.farm, "Kartoffeln " + seed, 180, 20_000);
        Queue<OrderId> known = new ConcurrentLinkedQueue<>();
        SplittableRandom random = new SplittableRandom(seed);
        List<Mono<?>> steps =
                Flux.range(0, STEPS)
                        .<Mono<?>>map(
                                step -> {
                                    int dice = random.nextInt(100);
                                    if (dice < 60) {
                                        Wish[] wishes =
                                                switch (random.nextInt(3)) {
                                                    case 0 ->
                                                            new Wish[] {
                                                                new Wish(
                                                                        bread,
                                                                        random.nextLong(1, 4))
                                                            };
                                                    case 1 ->
                                                            new Wish[] {
                                                                new Wish(
                                                                        juice,
                                                                        random.nextLong(1, 5)),
                                                                new Wish(bread, 1)
                                                            };
                                                    default ->
                                                            new Wish[] {
                                                                new Wish(
                                                                        potatoes,
                                                                        random.nextLong(1, 2500)),
                                                                new Wish(juice, 1)
                                                            };
                                                };
                                        PayBy payBy =
                                                random.nextBoolean() ? PayBy.CARD : PayBy.AT_VAN;
                                        return place(
                                                call,
                                                seed + "-" + step % 150,
                                                payBy,
                                                known,
                                                wishes);
                                    }
                                    int which = random.nextInt(1000);
                                    return Mono.defer(
                                            () ->
                                                    dice < 80
                                                            ? cancel(known, which)
                                                            : dice < 92
                                                                    ? pay(known, which)
                                                                    : expire());
                                })
                        .collectList()
                        .block();

        TestRegions.run(
                market.region,
                Flux.fromIterable(steps).flatMap(step -> step.then(), AT_ONCE).then());
        clock.advance(Duration.ofMinutes(11));
        TestRegions.run(market.region, orders.expireLeases(market.region));

        balanced(bread, 25);
        balanced(juice, 40);
        balanced(potatoes, 20_000);
        long carried =
                market.number(
                        "SELECT coalesce(sum(millilitres), 0)::bigint FROM order_line WHERE region_id = :region"
                                + " AND call_id = :call AND state <> 'CANCELLED'",
                        Map.of("call", call.value()));
        assertThat(market.freeMillilitres(call) + carried).isEqualTo(ROOM);
        assertThat(
                        market.number(
                                "SELECT count(*) FROM orders WHERE region_id = :region AND held_until IS NOT NULL",
                                Map.of()))
                .isZero();
        // Every order told its end exactly once.
        assertThat(market.facts("OrderCancelled"))
                .isEqualTo(
                        market.number(
                                "SELECT count(*) FROM orders WHERE region_id = :region AND ended_at IS NOT NULL",
                                Map.of()));
    }

    private void balanced(OfferId offer, long offered) {
        assertThat(market.free(offer)).isNotNegative();
        assertThat(market.free(offer) + market.taken(offer)).isEqualTo(offered);
    }

    private Mono<?> place(
            de.mobilermarktplatz.kernel.id.CallId call,
            String key,
            PayBy payBy,
            Queue<OrderId> known,
            Wish... wishes) {
        PlaceOrder wish =
                new PlaceOrder(key, call, Market.erika(), payBy, List.of(wishes), null, null);
        return inRegion(
                orders.place(market.region, wish)
                        .doOnNext(
                                result -> {
                                    if (result instanceof PlaceResult.Placed placed) {
                                        known.add(placed.order().id());
                                    }
                                }));
    }

    private Mono<?> cancel(Queue<OrderId> known, int which) {
        return pick(known, which)
                .flatMap(id -> inRegion(orders.cancel(market.region, id, EndReason.DESK)));
    }

    private Mono<?> pay(Queue<OrderId> known, int which) {
        return pick(known, which).flatMap(id -> inRegion(orders.confirmPayment(market.region, id)));
    }

    private Mono<?> expire() {
        clock.advance(Duration.ofMinutes(4));
        return inRegion(orders.expireLeases(market.region));
    }

    private static Mono<OrderId> pick(Queue<OrderId> known, int which) {
        List<OrderId> now = List.copyOf(known);
        return now.isEmpty() ? Mono.empty() : Mono.just(now.get(which % now.size()));
    }

    private <T> Mono<T> inRegion(Mono<T> work) {
        return RegionContext.in(market.region, work);
    }
}
