package de.mobilermarktplatz.region.store;

import static de.mobilermarktplatz.platform.database.Values.get;

import de.mobilermarktplatz.kernel.id.RegionId;
import de.mobilermarktplatz.kernel.vat.VatKey;
import de.mobilermarktplatz.kernel.vat.VatRate;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Table {@code vat_rate}. */
@Component
public class RateStore {

    private final DatabaseClient db;

    RateStore(DatabaseClient db) {
        this.db = db;
    }

    public Flux<VatRate> all(RegionId region) {
        return db.sql(
                        "SELECT vat_key, valid_from, basis_points FROM vat_rate WHERE region_id = :region"
                                + " ORDER BY vat_key, valid_from")
                .bind("region", region.value())
                .map(RateStore::rate)
                .all();
    }

    public Mono<Void> put(RegionId region, VatRate rate) {
        return db.sql(
                        """
                        INSERT INTO vat_rate (region_id, vat_key, valid_from, basis_points)
                        VALUES (:region, :key, :from, :points)
                        ON CONFLICT (region_id, vat_key, valid_from) DO UPDATE SET basis_points = excluded.basis_points
                        """)
                .bind("region", region.value())
                .bind("key", (short) rate.key().code())
                .bind("from", rate.validFrom())
                .bind("points", rate.basisPoints())
                .then();
    }

    private static VatRate rate(Readable row) {
        return new VatRate(
                VatKey.ofCode(get(row, "vat_key", Integer.class)),
                get(row, "valid_from", LocalDate.class),
                get(row, "basis_points", Integer.class));
    }
}
