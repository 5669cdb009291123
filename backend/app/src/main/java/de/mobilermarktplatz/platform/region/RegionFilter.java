package de.mobilermarktplatz.platform.region;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Finds the region in the address and lets everything behind it work for that region only. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class RegionFilter implements WebFilter {

    /** Addresses whose next part is the region's slug. */
    private static final Set<String> PREFIXES =
            Set.of("/r/", "/api/v1/", "/sync/v1/", "/hooks/stripe/");

    private final Regions regions;

    RegionFilter(Regions regions) {
        this.regions = regions;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String slug = slug(exchange.getRequest().getPath().pathWithinApplication());
        if (slug == null) {
            return chain.filter(exchange);
        }
        return regions.bySlug(slug)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(
                        found ->
                                found.map(region -> inside(region, exchange, chain))
                                        .orElseGet(() -> Mono.error(unknown(slug))));
    }

    private static Mono<Void> inside(
            Region region, ServerWebExchange exchange, WebFilterChain chain) {
        exchange.getAttributes().put(Region.class.getName(), region);
        return chain.filter(exchange).contextWrite(RegionContext.with(region));
    }

    private static ResponseStatusException unknown(String slug) {
        return new ResponseStatusException(
                HttpStatus.NOT_FOUND, "No region is called '" + slug + "'");
    }

    private static @Nullable String slug(PathContainer path) {
        String value = path.value();
        for (String prefix : PREFIXES) {
            if (value.startsWith(prefix)) {
                String rest = value.substring(prefix.length());
                int end = rest.indexOf('/');
                return end < 0 ? rest : rest.substring(0, end);
            }
        }
        return null;
    }
}
