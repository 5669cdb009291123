package de.mobilermarktplatz.region;

import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.region.store.PlaceStore;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where people live. A county has some hundred places: reading them all is one small question. */
@Component
public class Places {

    private final PlaceStore store;

    Places(PlaceStore store) {
        this.store = store;
    }

    /** All places of the region by name, in German order. */
    public Flux<Place> all(Region region) {
        return store.all(region.id());
    }

    /** Empty when the region has no place with this key. */
    public Mono<Place> byKey(Region region, String key) {
        return store.find(region.id(), key);
    }

    /** Adds the municipality or renames it. */
    public Mono<Void> put(Region region, Municipality municipality) {
        return store.put(region.id(), municipality);
    }

    /** Adds the place or replaces what is known about it; its municipality must be there. */
    public Mono<Void> put(Region region, Place place) {
        return store.put(region.id(), place);
    }
}
