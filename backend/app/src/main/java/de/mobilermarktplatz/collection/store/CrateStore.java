package de.mobilermarktplatz.collection.store;

import static de.mobilermarktplatz.platform.database.Values.get;

import de.mobilermarktplatz.collection.Crate;
import de.mobilermarktplatz.kernel.id.CrateId;
import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.kernel.id.ProducerId;
import de.mobilermarktplatz.kernel.id.ProductId;
import de.mobilermarktplatz.kernel.id.TourId;
import de.mobilermarktplatz.kernel.quantity.ColdClass;
import de.mobilermarktplatz.platform.region.Region;
import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** The tables {@code crate} and {@code crate_line}, read together. */
@Component
public class CrateStore {

    private static final String CRATES =
            """
            SELECT c.crate_id, c.tour_id, c.code, c.producer_id, c.cold_class, l.order_id, l.product_id, l.quantity
            FROM crate c JOIN crate_line l ON l.region_id = c.region_id AND l.crate_id = c.crate_id
            WHERE c.region_id = :region
            """;

    private final DatabaseClient db;

    CrateStore(DatabaseClient db) {
        this.db = db;
    }

    private record Row(Crate crate, Crate.Item item) {}

    public Flux<Crate> ofTour(Region region, TourId tour) {
        return db.sql(CRATES + " AND c.tour_id = :tour ORDER BY c.code, l.line_no")
                .bind("region", region.id().value())
                .bind("tour", tour.value())
                .map(CrateStore::row)
                .all()
                .bufferUntilChanged(row -> row.crate().id())
                .map(CrateStore::crate);
    }

    public Flux<Crate> find(Region region, List<CrateId> crates) {
        return db.sql(CRATES + " AND c.crate_id = ANY(:crates) ORDER BY c.code, l.line_no")
                .bind("region", region.id().value())
                .bind("crates", crates.stream().map(CrateId::value).toArray(UUID[]::new))
                .map(CrateStore::row)
                .all()
                .bufferUntilChanged(row -> row.crate().id())
                .map(CrateStore::crate);
    }

    private static Crate crate(List<Row> rows) {
        Crate crate = rows.getFirst().crate();
        return new Crate(
                crate.id(),
                crate.tour(),
                crate.code(),
                crate.producer(),
                crate.coldClass(),
                rows.stream().map(Row::item).toList());
    }

    private static Row row(Readable row) {
        UUID order = row.get("order_id", UUID.class);
        return new Row(
                new Crate(
                        new CrateId(get(row, "crate_id", UUID.class)),
                        new TourId(get(row, "tour_id", UUID.class)),
                        get(row, "code", String.class),
                        new ProducerId(get(row, "producer_id", UUID.class)),
                        ColdClass.valueOf(get(row, "cold_class", String.class)),
                        List.of()),
                new Crate.Item(
                        order == null ? null : new OrderId(order),
                        new ProductId(get(row, "product_id", UUID.class)),
                        get(row, "quantity", Long.class)));
    }
}
