package de.mobilermarktplatz.touring.store;

import static de.mobilermarktplatz.platform.database.Values.get;

import de.mobilermarktplatz.kernel.id.ProductId;
import de.mobilermarktplatz.kernel.id.TourId;
import de.mobilermarktplatz.kernel.quantity.Unit;
import de.mobilermarktplatz.platform.region.Region;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The table {@code tour_stock}: what a tour takes along beside its orders. Everything joins the
 * caller's transaction.
 */
@Component
public class FreeStockStore {

    private final DatabaseClient db;

    FreeStockStore(DatabaseClient db) {
        this.db = db;
    }

    /** Takes goods out of a tour's free stock; false when there are not that many. */
    public Mono<Boolean> take(Region region, TourId tour, ProductId product, long amount) {
        return db.sql(
                        """
                        WITH last AS (
                            DELETE FROM tour_stock WHERE region_id = :region AND tour_id = :tour
                              AND product_id = :product AND amount = :amount RETURNING 1
                        ), less AS (
                            UPDATE tour_stock SET amount = amount - :amount WHERE region_id = :region
                              AND tour_id = :tour AND product_id = :product AND amount > :amount RETURNING 1
                        )
                        SELECT EXISTS (SELECT FROM last) OR EXISTS (SELECT FROM less) AS taken
                        """)
                .bind("region", region.id().value())
                .bind("tour", tour.value())
                .bind("product", product.value())
                .bind("amount", amount)
                .map(row -> get(row, "taken", Boolean.class))
                .one();
    }

    /** Like {@link #take}, or as much as there is: the van had more in hand than was planned. */
    public Mono<Void> takeUpTo(Region region, TourId tour, ProductId product, long amount) {
        return db.sql(
                        """
                        WITH gone AS (
                            DELETE FROM tour_stock WHERE region_id = :region AND tour_id = :tour
                              AND product_id = :product AND amount <= :amount
                        )
                        UPDATE tour_stock SET amount = amount - :amount WHERE region_id = :region
                          AND tour_id = :tour AND product_id = :product AND amount > :amount
                        """)
                .bind("region", region.id().value())
                .bind("tour", tour.value())
                .bind("product", product.value())
                .bind("amount", amount)
                .then();
    }

    /** What an order no longer needs is for sale. */
    public Mono<Void> give(Region region, TourId tour, ProductId product, Unit unit, long amount) {
        return db.sql(
                        """
                        INSERT INTO tour_stock (region_id, tour_id, product_id, unit, amount)
                        VALUES (:region, :tour, :product, :unit, :amount)
                        ON CONFLICT (region_id, tour_id, product_id)
                          DO UPDATE SET amount = tour_stock.amount + excluded.amount
                        """)
                .bind("region", region.id().value())
                .bind("tour", tour.value())
                .bind("product", product.value())
                .bind("unit", unit.name())
                .bind("amount", amount)
                .then();
    }
}
