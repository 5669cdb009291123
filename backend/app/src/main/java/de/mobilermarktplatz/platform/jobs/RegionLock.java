package de.mobilermarktplatz.platform.jobs;

import de.mobilermarktplatz.platform.region.Region;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Makes transactions of one region take turns: a row lock, because session locks are not safe
 * behind poolers.
 */
@Component
public class RegionLock {

    private final DatabaseClient db;

    RegionLock(DatabaseClient db) {
        this.db = db;
    }

    /** Held until the caller's transaction ends. */
    public Mono<Void> hold(Region region, String name) {
        return db.sql(
                        """
                        INSERT INTO region_lock (region_id, name, turns) VALUES (:region, :name, 1)
                        ON CONFLICT (region_id, name) DO UPDATE SET turns = region_lock.turns + 1
                        """)
                .bind("region", region.id().value())
                .bind("name", name)
                .then();
    }
}
