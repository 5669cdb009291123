package de.mobilermarktplatz.platform.region;

import de.mobilermarktplatz.platform.database.OwnerDatabase;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Writes the list of regions with the owner's role: the application's role may only read it. */
@Component
class RegionSetup {

    private final OwnerDatabase owner;

    RegionSetup(OwnerDatabase owner) {
        this.owner = owner;
    }

    Mono<Void> insert(Region region) {
        return Mono.fromRunnable(() -> write(region))
                .subscribeOn(Schedulers.boundedElastic())
                .then();
    }

    private void write(Region region) {
        owner.run(
                "INSERT INTO region (region_id, slug, name, zone, sample) VALUES (?, ?, ?, ?, ?) ON CONFLICT (slug) DO NOTHING",
                region.id().value(),
                region.slug(),
                region.name(),
                region.zone().getId(),
                region.sample());
    }
}
