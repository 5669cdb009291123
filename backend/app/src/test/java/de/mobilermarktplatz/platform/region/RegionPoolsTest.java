package de.mobilermarktplatz.platform.region;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.testing.MarktplatzTest;
import de.mobilermarktplatz.testing.TestRegions;
import io.netty.util.concurrent.EventExecutor;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.resources.LoopResources;

/** A request and all its statements stay on the thread that reads the request. */
@MarktplatzTest
class RegionPoolsTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final Region region;
    private final DatabaseClient db;
    private final List<EventExecutor> loops;

    RegionPoolsTest(TestRegions regions, DatabaseClient db, ReactorResourceFactory web) {
        this.region = regions.create();
        this.db = db;
        this.loops =
                StreamSupport.stream(
                                web.getLoopResources()
                                        .onServer(LoopResources.DEFAULT_NATIVE)
                                        .spliterator(),
                                false)
                        .toList();
    }

    @Test
    void threeStatementsInTurnAnswerOnTheLoopThatAsked() {
        for (EventExecutor loop : loops) {
            List<Boolean> there =
                    question(loop)
                            .flatMap(first -> question(loop).map(second -> first && second))
                            .flatMap(two -> question(loop).map(third -> List.of(two, third)))
                            .subscribeOn(Schedulers.fromExecutorService(loop))
                            .block(SOON);
            assertThat(there).containsOnly(true);
        }
    }

    @Test
    void moreRequestsAtOnceThanConnectionsAllGetTheirTurn() {
        List<Boolean> answers =
                Flux.fromStream(IntStream.range(0, 200).boxed())
                        .flatMap(
                                i -> {
                                    EventExecutor loop = loops.get(i % loops.size());
                                    return question(loop)
                                            .subscribeOn(Schedulers.fromExecutorService(loop));
                                },
                                200)
                        .collectList()
                        .block(SOON);
        assertThat(answers).hasSize(200).containsOnly(true);
    }

    @Test
    void whoComesFromElsewhereAlwaysUsesTheSamePool() {
        assertThat(
                        IntStream.range(0, 5)
                                .mapToObj(i -> session().block(SOON))
                                .collect(Collectors.toSet()))
                .hasSize(1);
    }

    /** Whether the answer comes on this loop. */
    private Mono<Boolean> question(EventExecutor loop) {
        return session().map(answer -> loop.inEventLoop());
    }

    private Mono<Integer> session() {
        return RegionContext.in(
                region,
                db.sql("SELECT pg_backend_pid()").map(row -> row.get(0, Integer.class)).one());
    }
}
