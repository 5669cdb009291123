package de.mobilermarktplatz.platform.region;

import io.netty.channel.EventLoopGroup;
import io.netty.util.concurrent.EventExecutor;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * The connections of one region, shared out among the threads that serve requests: each of these
 * event loops has a small pool whose connections are read and written by that very loop. A request
 * and all its statements then stay on one thread; handing each of them to another thread and back
 * cost more than the driver itself.
 */
final class RegionPools {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    /** Fewer would let a handful of transactions that wait for a lock stop a whole loop. */
    private static final int LEAST_IN_A_POOL = 4;

    private final List<EventExecutor> loops;
    private final List<ConnectionPool> pools;
    private final int home;

    /**
     * @param loops what serves requests
     * @param size connections at most, all pools together
     * @param home pool for whoever comes from no event loop: always the same one, so that quiet
     *     regions need few connections
     */
    RegionPools(ConnectionFactory region, EventLoopGroup loops, int size, Duration idle, int home) {
        this.loops = StreamSupport.stream(loops.spliterator(), false).toList();
        int count = Math.clamp(size / LEAST_IN_A_POOL, 1, this.loops.size());
        this.pools =
                IntStream.range(0, count)
                        .mapToObj(at -> pool(region, this.loops.get(at), size / count, idle))
                        .toList();
        this.home = Math.floorMod(home, count);
    }

    Mono<Connection> create() {
        return pools.get(at()).create();
    }

    Mono<Void> close() {
        return Flux.fromIterable(pools).flatMap(ConnectionPool::disposeLater).then();
    }

    private int at() {
        for (int i = 0; i < loops.size(); i++) {
            if (loops.get(i).inEventLoop()) {
                return i % pools.size();
            }
        }
        return home;
    }

    /** The driver connects on the event loop that asks, so the pool lets its own loop ask. */
    private static ConnectionPool pool(
            ConnectionFactory region, EventExecutor loop, int size, Duration idle) {
        return new ConnectionPool(
                ConnectionPoolConfiguration.builder(region)
                        .initialSize(0)
                        .maxSize(size)
                        .maxIdleTime(idle)
                        .maxAcquireTime(LONGEST_WAIT)
                        .allocatorSubscribeOn(Schedulers.fromExecutorService(loop))
                        .build());
    }
}
