package de.mobilermarktplatz.platform.region;

import de.mobilermarktplatz.platform.MarktplatzProperties;
import de.mobilermarktplatz.platform.StartRefused;
import de.mobilermarktplatz.platform.database.OwnerDatabase;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Writes the list of regions with the owner's role: the application's role may only read it. */
@Component
class RegionSetup {

    private final OwnerDatabase owner;

    RegionSetup(OwnerDatabase owner, MarktplatzProperties properties) {
        this.owner = owner;
        if (!properties.demo()) {
            refuseSample();
        }
    }

    /** Invented people and farms must never be sold to or bought from for real money. */
    private void refuseSample() {
        owner.first("SELECT slug FROM region WHERE sample ORDER BY slug LIMIT 1")
                .ifPresent(
                        slug -> {
                            throw new StartRefused(
                                    "Im Betrieb LIVE darf es keine Beispieldaten geben, aber die Region '"
                                            + slug
                                            + "' in der Datenbank hat welche. Vielleicht ist marktplatz.data noch der Ordner der Vorführung.");
                        });
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
