package de.mobilermarktplatz.catalogue.store;

import static de.mobilermarktplatz.platform.database.Values.get;
import static de.mobilermarktplatz.platform.database.Values.nullable;
import static de.mobilermarktplatz.platform.database.Values.time;

import de.mobilermarktplatz.catalogue.Producer;
import de.mobilermarktplatz.catalogue.SaleModel;
import de.mobilermarktplatz.catalogue.TaxStatus;
import de.mobilermarktplatz.kernel.geo.GeoPoint;
import de.mobilermarktplatz.kernel.id.ProducerId;
import de.mobilermarktplatz.kernel.id.RegionId;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalTime;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The table {@code producer}. */
@Component
public class ProducerStore {

    private static final String SELECT =
            """
            SELECT producer_id, name, email, phone, street, postcode, place, lat_e6, lon_e6, cutoff_days, cutoff_time,
                   pickup_from, pickup_to, pickup_seconds, sale_model, tax_status, catalogue_version
            FROM producer WHERE region_id = :region
            """;

    private final DatabaseClient db;

    ProducerStore(DatabaseClient db) {
        this.db = db;
    }

    public Mono<Void> insert(RegionId region, Producer producer, Instant now) {
        return db.sql(
                        """
                        INSERT INTO producer (region_id, producer_id, name, email, phone, street, postcode, place, lat_e6,
                            lon_e6, cutoff_days, cutoff_time, pickup_from, pickup_to, pickup_seconds, sale_model,
                            tax_status, created_at)
                        VALUES (:region, :producer, :name, :email, :phone, :street, :postcode, :place, :lat, :lon, :days,
                            :time, :from, :to, :seconds, :model, :tax, :now)
                        """)
                .bind("region", region.value())
                .bind("producer", producer.id().value())
                .bind("name", producer.name())
                .bind("email", nullable(String.class, producer.email()))
                .bind("phone", nullable(String.class, producer.phone()))
                .bind("street", producer.address().street())
                .bind("postcode", producer.address().postcode())
                .bind("place", producer.address().place())
                .bind("lat", producer.location().latE6())
                .bind("lon", producer.location().lonE6())
                .bind("days", producer.cutOffDays())
                .bind("time", producer.cutOffTime())
                .bind("from", producer.pickupFrom())
                .bind("to", producer.pickupTo())
                .bind("seconds", producer.pickupSeconds())
                .bind("model", producer.saleModel().name())
                .bind("tax", producer.taxStatus().name())
                .bind("now", time(now))
                .then();
    }

    public Mono<Producer> byId(RegionId region, ProducerId producer) {
        return db.sql(SELECT + " AND producer_id = :producer")
                .bind("region", region.value())
                .bind("producer", producer.value())
                .map(ProducerStore::producer)
                .one();
    }

    public Flux<Producer> all(RegionId region) {
        return db.sql(SELECT + " ORDER BY name COLLATE \"de-x-icu\", producer_id")
                .bind("region", region.value())
                .map(ProducerStore::producer)
                .all();
    }

    /** Counts up with every change of the producer's articles. */
    public Mono<Long> catalogueVersion(RegionId region, ProducerId producer) {
        return db.sql(
                        "SELECT catalogue_version FROM producer WHERE region_id = :region AND producer_id = :producer")
                .bind("region", region.value())
                .bind("producer", producer.value())
                .map(row -> get(row, "catalogue_version", Long.class))
                .one();
    }

    /**
     * Takes the next version; false when somebody else did since {@code seen}. Locks the producer
     * until commit.
     */
    public Mono<Boolean> nextVersion(RegionId region, ProducerId producer, long seen) {
        return db.sql(
                        """
                        UPDATE producer SET catalogue_version = catalogue_version + 1
                        WHERE region_id = :region AND producer_id = :producer AND catalogue_version = :seen
                        """)
                .bind("region", region.value())
                .bind("producer", producer.value())
                .bind("seen", seen)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private static Producer producer(Readable row) {
        return new Producer(
                new ProducerId(get(row, "producer_id", UUID.class)),
                get(row, "name", String.class),
                row.get("email", String.class),
                row.get("phone", String.class),
                new Producer.Address(
                        get(row, "street", String.class),
                        get(row, "postcode", String.class),
                        get(row, "place", String.class)),
                new GeoPoint(get(row, "lat_e6", Integer.class), get(row, "lon_e6", Integer.class)),
                get(row, "cutoff_days", Integer.class),
                get(row, "cutoff_time", LocalTime.class),
                get(row, "pickup_from", LocalTime.class),
                get(row, "pickup_to", LocalTime.class),
                get(row, "pickup_seconds", Integer.class),
                SaleModel.valueOf(get(row, "sale_model", String.class)),
                TaxStatus.valueOf(get(row, "tax_status", String.class)));
    }
}
