package de.mobilermarktplatz.catalogue;

import de.mobilermarktplatz.catalogue.store.ProducerStore;
import de.mobilermarktplatz.kernel.id.ProducerId;
import de.mobilermarktplatz.platform.region.Region;
import java.time.InstantSource;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Those who offer goods in a region. */
@Service
public class Producers {

    private final ProducerStore store;
    private final InstantSource clock;

    Producers(ProducerStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Adds a producer.
     *
     * @throws IllegalArgumentException at once for {@link SaleModel#AGENCY}, until settlement and
     *     agency receipts exist
     */
    public Mono<Void> add(Region region, Producer producer) {
        if (producer.saleModel() == SaleModel.AGENCY) {
            throw new IllegalArgumentException(
                    "'%s' cannot be sold for as an agent yet. Maybe COMMISSION?"
                            .formatted(producer.name()));
        }
        return store.insert(region.id(), producer, clock.instant());
    }

    public Mono<Producer> byId(Region region, ProducerId producer) {
        return store.byId(region.id(), producer);
    }

    /** By name. */
    public Flux<Producer> all(Region region) {
        return store.all(region.id());
    }
}
