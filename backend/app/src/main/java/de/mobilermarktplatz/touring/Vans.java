package de.mobilermarktplatz.touring;

import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.touring.store.VanStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The vans of a region. */
@Service
public class Vans {

    private final VanStore store;
    private final TransactionalOperator tx;

    Vans(VanStore store, TransactionalOperator tx) {
        this.store = store;
        this.tx = tx;
    }

    /** Vans in use, by name. */
    public Flux<Van> active(Region region) {
        return store.active(region);
    }

    /** Adds a van; fails when the region has one of that name. */
    public Mono<Void> add(Region region, Van van) {
        return tx.transactional(store.insert(region, van));
    }
}
