package de.mobilermarktplatz.touring.store;

import static de.mobilermarktplatz.platform.database.Values.time;

import de.mobilermarktplatz.kernel.id.TourId;
import de.mobilermarktplatz.platform.database.Columns;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.touring.VanStock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Fixes tours. Everything joins the caller's transaction. */
@Component
public class ReleaseStore {

    private final DatabaseClient db;

    ReleaseStore(DatabaseClient db) {
        this.db = db;
    }

    /** True when the tour was a draft and now is released with this stock. */
    public Mono<Boolean> release(Region region, TourId tour, List<VanStock> stock, Instant now) {
        return db.sql(
                        """
                        UPDATE tour SET state = 'RELEASED', released_at = :now
                        WHERE region_id = :region AND tour_id = :tour AND state = 'DRAFT'
                        """)
                .bind("region", region.id().value())
                .bind("tour", tour.value())
                .bind("now", time(now))
                .fetch()
                .rowsUpdated()
                .flatMap(rows -> stock(region, tour, stock).thenReturn(rows == 1));
    }

    private Mono<Void> stock(Region region, TourId tour, List<VanStock> stock) {
        Columns<VanStock> columns = Columns.of(stock);
        return db.sql(
                        """
                        INSERT INTO tour_stock (region_id, tour_id, product_id, unit, amount)
                        SELECT :region, :tour, * FROM unnest(:products::uuid[], :units::text[], :amounts::bigint[])
                        """)
                .bind("region", region.id().value())
                .bind("tour", tour.value())
                .bind("products", columns.of(UUID.class, item -> item.product().value()))
                .bind("units", columns.of(String.class, item -> item.unit().name()))
                .bind("amounts", columns.longs(VanStock::amount))
                .then();
    }
}
