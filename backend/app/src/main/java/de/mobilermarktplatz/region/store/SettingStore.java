package de.mobilermarktplatz.region.store;

import static de.mobilermarktplatz.platform.database.Values.get;

import de.mobilermarktplatz.kernel.id.RegionId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Table {@code region_setting}. */
@Component
public class SettingStore {

    private final DatabaseClient db;

    SettingStore(DatabaseClient db) {
        this.db = db;
    }

    /** Empty when the region never set it. */
    public Mono<String> find(RegionId region, String name) {
        return db.sql("SELECT value FROM region_setting WHERE region_id = :region AND name = :name")
                .bind("region", region.value())
                .bind("name", name)
                .map(row -> get(row, "value", String.class))
                .one();
    }

    public Mono<Void> put(RegionId region, String name, String value) {
        return db.sql(
                        """
                        INSERT INTO region_setting (region_id, name, value) VALUES (:region, :name, :value)
                        ON CONFLICT (region_id, name) DO UPDATE SET value = excluded.value
                        """)
                .bind("region", region.value())
                .bind("name", name)
                .bind("value", value)
                .then();
    }
}
