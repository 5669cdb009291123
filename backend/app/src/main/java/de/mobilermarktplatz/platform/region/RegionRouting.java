package de.mobilermarktplatz.platform.region;

import de.mobilermarktplatz.platform.MarktplatzProperties;
import de.mobilermarktplatz.platform.database.DatabaseAddress;
import de.mobilermarktplatz.platform.database.OwnerDatabase;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.resources.LoopResources;

/**
 * Picks the pool of the region in the Reactor context. Every connection belongs to one region for
 * its whole life: it carries {@code app.region} as a start-up parameter, so row-level security
 * costs no round trip and cannot leak to the next client.
 */
@Component
class RegionRouting implements ConnectionFactory, DisposableBean {

    private static final String NO_REGION = "";

    private final DatabaseAddress address;
    private final int poolSize;
    private final Duration poolIdle;
    private final LoopResources loops;
    private final Map<String, RegionPools> pools = new ConcurrentHashMap<>();

    /**
     * @param web whose event loops serve requests: connections live on the same ones
     * @param migrated only asked for so that no connection is opened before the schema is there
     */
    RegionRouting(
            DatabaseAddress address,
            MarktplatzProperties properties,
            ReactorResourceFactory web,
            OwnerDatabase migrated) {
        this.address = address;
        this.poolSize = properties.database().poolSize();
        this.poolIdle = properties.database().poolIdle();
        this.loops = web.getLoopResources();
    }

    @Override
    public Mono<Connection> create() {
        return Mono.deferContextual(
                context ->
                        pools.computeIfAbsent(
                                        RegionContext.of(context)
                                                .map(region -> region.id().toString())
                                                .orElse(NO_REGION),
                                        this::open)
                                .create());
    }

    @Override
    public ConnectionFactoryMetadata getMetadata() {
        return () -> "PostgreSQL";
    }

    @Override
    public void destroy() {
        Flux.fromIterable(pools.values())
                .flatMap(RegionPools::close)
                .then()
                .block(Duration.ofSeconds(5));
    }

    private RegionPools open(String regionId) {
        PostgresqlConnectionConfiguration.Builder configuration =
                PostgresqlConnectionConfiguration.builder()
                        .host(address.host())
                        .port(address.port())
                        .database(address.name())
                        .username(address.app().user())
                        .password(address.app().password())
                        .loopResources(loops)
                        .applicationName("marktplatz");
        PostgresqlConnectionConfiguration own =
                regionId.equals(NO_REGION)
                        ? configuration.build()
                        : configuration.options(Map.of("app.region", regionId)).build();
        return new RegionPools(
                new PostgresqlConnectionFactory(own),
                loops.onServer(LoopResources.DEFAULT_NATIVE),
                poolSize,
                poolIdle,
                regionId.hashCode());
    }
}
