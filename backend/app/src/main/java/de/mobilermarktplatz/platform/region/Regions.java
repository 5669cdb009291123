package de.mobilermarktplatz.platform.region;

import static de.mobilermarktplatz.platform.database.Values.get;

import de.mobilermarktplatz.kernel.id.RegionId;
import de.mobilermarktplatz.kernel.id.UuidV7;
import io.r2dbc.spi.Readable;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The list of regions: few, small, read by everybody, written only by the owner of the schema. */
@Component
public class Regions {

    private static final String COLUMNS = "SELECT region_id, slug, name, zone, sample FROM region";

    private final DatabaseClient db;
    private final RegionSetup setup;
    private final UuidV7 ids;
    private final Map<String, Region> known = new ConcurrentHashMap<>();

    Regions(DatabaseClient db, RegionSetup setup, UuidV7 ids) {
        this.db = db;
        this.setup = setup;
        this.ids = ids;
    }

    /** Empty when no region has this slug. */
    public Mono<Region> bySlug(String slug) {
        Region region = known.get(slug);
        if (region != null) {
            return Mono.just(region);
        }
        return db.sql(COLUMNS + " WHERE slug = :slug")
                .bind("slug", slug)
                .map(Regions::region)
                .one()
                .doOnNext(found -> known.put(found.slug(), found));
    }

    public Flux<Region> all() {
        return db.sql(COLUMNS + " ORDER BY slug").map(Regions::region).all();
    }

    /** Creates the region, or returns the one that already has this slug. */
    public Mono<Region> create(String slug, String name, ZoneId zone, boolean sample) {
        Region region = new Region(new RegionId(ids.next()), slug, name, zone, sample);
        return setup.insert(region).then(Mono.defer(() -> bySlug(slug)));
    }

    private static Region region(Readable row) {
        return new Region(
                new RegionId(get(row, "region_id", UUID.class)),
                get(row, "slug", String.class),
                get(row, "name", String.class),
                ZoneId.of(get(row, "zone", String.class)),
                get(row, "sample", Boolean.class));
    }
}
