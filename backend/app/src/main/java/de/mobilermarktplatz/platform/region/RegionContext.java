package de.mobilermarktplatz.platform.region;

import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/** The region that a reactive flow works for; the routing connection factory reads it. */
public final class RegionContext {

    private RegionContext() {}

    public static <T> Mono<T> in(Region region, Mono<T> work) {
        return work.contextWrite(with(region));
    }

    public static <T> Flux<T> in(Region region, Flux<T> work) {
        return work.contextWrite(with(region));
    }

    public static Context with(Region region) {
        return Context.of(Region.class, region);
    }

    /** Empty outside any region: only the list of regions can be read there. */
    public static Optional<Region> of(ContextView context) {
        return context.getOrEmpty(Region.class);
    }
}
