package de.mobilermarktplatz.collection.store;

import static de.mobilermarktplatz.platform.database.Values.get;
import static de.mobilermarktplatz.platform.database.Values.nullable;
import static de.mobilermarktplatz.platform.database.Values.time;

import de.mobilermarktplatz.collection.Crate;
import de.mobilermarktplatz.kernel.id.CrateId;
import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.kernel.id.ProducerId;
import de.mobilermarktplatz.kernel.id.ProductId;
import de.mobilermarktplatz.kernel.id.TourId;
import de.mobilermarktplatz.kernel.quantity.ColdClass;
import de.mobilermarktplatz.platform.region.Region;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The tables {@code crate} and {@code crate_line}, read and written together. */
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

    public Mono<Void> insert(Region region, LocalDate day, List<Crate> crates, Instant packedAt) {
        return Flux.fromIterable(crates)
                .concatMap(
                        crate ->
                                insert(region, day, crate, packedAt)
                                        .thenMany(Flux.range(1, crate.items().size()))
                                        .concatMap(number -> insert(region, crate, number)))
                .then();
    }

    private Mono<Void> insert(Region region, LocalDate day, Crate crate, Instant packedAt) {
        return db.sql(
                        """
                        INSERT INTO crate (region_id, crate_id, tour_id, market_day, producer_id, cold_class, code, packed_at)
                        VALUES (:region, :crate, :tour, :day, :producer, :cold, :code, :now)
                        """)
                .bind("region", region.id().value())
                .bind("crate", crate.id().value())
                .bind("tour", crate.tour().value())
                .bind("day", day)
                .bind("producer", crate.producer().value())
                .bind("cold", crate.coldClass().name())
                .bind("code", crate.code())
                .bind("now", time(packedAt))
                .then();
    }

    private Mono<Void> insert(Region region, Crate crate, int number) {
        Crate.Item item = crate.items().get(number - 1);
        OrderId order = item.order();
        return db.sql(
                        """
                        INSERT INTO crate_line (region_id, crate_id, line_no, order_id, product_id, quantity)
                        VALUES (:region, :crate, :no, :order, :product, :quantity)
                        """)
                .bind("region", region.id().value())
                .bind("crate", crate.id().value())
                .bind("no", number)
                .bind("order", nullable(UUID.class, order == null ? null : order.value()))
                .bind("product", item.product().value())
                .bind("quantity", item.quantity())
                .then();
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
