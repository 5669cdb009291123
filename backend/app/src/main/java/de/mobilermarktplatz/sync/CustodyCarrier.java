package de.mobilermarktplatz.sync;

import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.sync.domain.CustodyWrite;
import de.mobilermarktplatz.sync.domain.CustodyWrite.CustodyEnding;
import de.mobilermarktplatz.sync.domain.CustodyWrite.CustodyOpened;
import de.mobilermarktplatz.touring.Custodies;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Custody by the facade that owns the tours. */
@Component
@Order(400)
class CustodyCarrier implements WriteCarrier<CustodyWrite> {

    private final Custodies custodies;

    CustodyCarrier(Custodies custodies) {
        this.custodies = custodies;
    }

    @Override
    public Class<CustodyWrite> group() {
        return CustodyWrite.class;
    }

    @Override
    public Mono<Void> carry(Origin origin, List<CustodyWrite> writes) {
        return Flux.fromIterable(writes).concatMap(write -> one(origin.region(), write)).then();
    }

    private Mono<Void> one(Region region, CustodyWrite write) {
        return switch (write) {
            case CustodyOpened opened ->
                    custodies.opened(region, opened.tour(), opened.generation());
            case CustodyEnding ending ->
                    custodies.ending(region, ending.tour(), ending.generation());
        };
    }
}
