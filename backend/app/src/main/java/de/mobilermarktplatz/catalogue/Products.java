package de.mobilermarktplatz.catalogue;

import de.mobilermarktplatz.catalogue.store.ProductStore;
import de.mobilermarktplatz.kernel.id.ProducerId;
import de.mobilermarktplatz.kernel.id.ProductId;
import de.mobilermarktplatz.platform.region.Region;
import java.util.Collection;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;

/** The articles of a region, paused ones included. */
@Service
public class Products {

    private final ProductStore store;

    Products(ProductStore store) {
        this.store = store;
    }

    /** By name. */
    public Flux<Product> ofProducer(Region region, ProducerId producer) {
        return store.ofProducer(region.id(), producer);
    }

    /** By name. */
    public Flux<Product> all(Region region) {
        return store.all(region.id());
    }

    /** Those that exist, by name. */
    public Flux<Product> byIds(Region region, Collection<ProductId> products) {
        return store.byIds(region.id(), products);
    }
}
