package de.mobilermarktplatz.region;

import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.region.store.BorderStore;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Outlines for the region's maps; a region without any still has maps, only emptier ones. A county
 * has some dozens: reading them all is one small question.
 */
@Component
public class Borders {

    private final BorderStore store;
    private final TransactionalOperator tx;

    Borders(BorderStore store, TransactionalOperator tx) {
        this.store = store;
        this.tx = tx;
    }

    /** The county first, then the municipalities by key. */
    public Flux<Border> all(Region region) {
        return store.all(region.id());
    }

    /** Adds the outline or replaces the one of the same key. */
    public Mono<Void> put(Region region, Border border) {
        return tx.transactional(store.put(region.id(), border));
    }
}
