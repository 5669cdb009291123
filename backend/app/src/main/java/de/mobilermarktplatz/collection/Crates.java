package de.mobilermarktplatz.collection;

import de.mobilermarktplatz.collection.store.CrateStore;
import de.mobilermarktplatz.kernel.id.CrateId;
import de.mobilermarktplatz.kernel.id.TourId;
import de.mobilermarktplatz.platform.region.Region;
import java.util.List;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;

/** Packed crates of tours. */
@Service
public class Crates {

    private final CrateStore store;

    Crates(CrateStore store) {
        this.store = store;
    }

    /** Crates of a tour in the order of their codes. */
    public Flux<Crate> ofTour(Region region, TourId tour) {
        return store.ofTour(region, tour);
    }

    /** The crates among these that were packed here; unknown ids are left out. */
    public Flux<Crate> find(Region region, List<CrateId> crates) {
        return store.find(region, crates);
    }
}
