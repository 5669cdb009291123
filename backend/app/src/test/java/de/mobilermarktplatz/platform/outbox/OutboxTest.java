package de.mobilermarktplatz.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.region.RegionContext;
import de.mobilermarktplatz.testing.Happened;
import de.mobilermarktplatz.testing.Listener;
import de.mobilermarktplatz.testing.MarktplatzTest;
import de.mobilermarktplatz.testing.TestClock;
import de.mobilermarktplatz.testing.TestRegions;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

@MarktplatzTest
class OutboxTest {

    private final Outbox outbox;
    private final Relay relay;
    private final OutboxStore store;
    private final Listener listener;
    private final TransactionalOperator tx;
    private final DatabaseClient db;
    private final TestRegions regions;
    private final TestClock clock;
    private Region region;

    OutboxTest(
            Outbox outbox,
            Relay relay,
            OutboxStore store,
            Listener listener,
            TransactionalOperator tx,
            DatabaseClient db,
            TestRegions regions,
            TestClock clock) {
        this.outbox = outbox;
        this.relay = relay;
        this.store = store;
        this.listener = listener;
        this.tx = tx;
        this.db = db;
        this.regions = regions;
        this.clock = clock;
    }

    @BeforeEach
    void anEmptyRegion() {
        region = regions.create();
        listener.heard().clear();
        listener.failsTimes(0);
    }

    @Test
    void aFactIsHeardOnceHoweverOftenTheRelayLooks() {
        tell("bread is baked");
        assertThat(relay.drain(region).block()).isEqualTo(1);
        assertThat(relay.drain(region).block()).isZero();
        assertThat(listener.heard()).containsExactly("bread is baked");
    }

    @Test
    void aFactOfATransactionThatFailsWasNeverTold() {
        Mono<Void> broken =
                outbox.append(new Happened("never"))
                        .then(Mono.error(new IllegalStateException("rolled back")));
        assertThatThrownBy(() -> TestRegions.run(region, tx.transactional(broken)))
                .hasMessage("rolled back");
        assertThat(relay.drain(region).block()).isZero();
        assertThat(listener.heard()).isEmpty();
    }

    @Test
    void aHandlerThatFailsIsAskedAgainLaterAndHoldsNobodyUp() {
        listener.failsTimes(1);
        tell("first");
        tell("second");
        relay.drain(region).block();
        assertThat(listener.heard()).containsExactly("second");
        clock.advance(Duration.ofMinutes(1));
        relay.drain(region).block();
        assertThat(listener.heard()).containsExactly("second", "first");
    }

    @Test
    void manyRelaysAtOnceHearEachFactOnce() {
        List<String> told = IntStream.range(0, 120).mapToObj(i -> "fact " + i).toList();
        told.forEach(this::tell);
        Flux.range(0, 6)
                .flatMap(i -> relay.drain(region).subscribeOn(Schedulers.parallel()), 6)
                .blockLast();
        assertThat(listener.heard()).containsExactlyInAnyOrderElementsOf(told);
    }

    @Test
    void aRelayThatDiesWithItsClaimIsReplacedWhenTheLeaseEnds() {
        tell("claimed by a process that died");
        Duration lease = Duration.ofSeconds(60);
        assertThat(TestRegions.run(region, store.claim(region, clock.instant(), lease, 10).count()))
                .isEqualTo(1);
        assertThat(relay.drain(region).block()).isZero();
        clock.advance(lease.plusSeconds(1));
        relay.drain(region).block();
        assertThat(listener.heard()).containsExactly("claimed by a process that died");
    }

    @Test
    void factsOfOneRegionAreNothingToAnother() {
        Region other = regions.create();
        tell("at home");
        assertThat(relay.drain(other).block()).isZero();
        assertThat(
                        RegionContext.in(
                                        other,
                                        db.sql("SELECT count(*) AS n FROM outbox")
                                                .map(row -> row.get("n", Long.class))
                                                .one())
                                .block())
                .isZero();
    }

    private void tell(String what) {
        TestRegions.run(region, tx.transactional(outbox.append(new Happened(what))));
    }
}
