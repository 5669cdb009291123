package de.mobilermarktplatz.collection;

import de.mobilermarktplatz.kernel.id.TourId;
import de.mobilermarktplatz.platform.outbox.FactHandler;
import de.mobilermarktplatz.platform.region.RegionContext;
import de.mobilermarktplatz.touring.TourReleased;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A released tour gets its crates. */
@Component
class PackReleasedTour implements FactHandler<TourReleased> {

    private final CratePacker packer;

    PackReleasedTour(CratePacker packer) {
        this.packer = packer;
    }

    @Override
    public Class<TourReleased> type() {
        return TourReleased.class;
    }

    @Override
    public String name() {
        return "collection.pack-released-tour";
    }

    @Override
    public Mono<Void> handle(TourReleased fact) {
        return Mono.deferContextual(
                context ->
                        packer.packFor(
                                        RegionContext.of(context).orElseThrow(),
                                        new TourId(fact.tour()))
                                .then());
    }
}
