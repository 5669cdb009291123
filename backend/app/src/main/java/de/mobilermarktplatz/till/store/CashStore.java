package de.mobilermarktplatz.till.store;

import static de.mobilermarktplatz.platform.database.Values.time;

import de.mobilermarktplatz.kernel.id.TourId;
import de.mobilermarktplatz.platform.database.Values;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.till.BookEntry;
import de.mobilermarktplatz.till.Till;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Counts and closings: a handful per day, so one statement each. */
@Component
class CashStore {

    private final DatabaseClient db;

    CashStore(DatabaseClient db) {
        this.db = db;
    }

    Mono<Void> counts(Region region, Till till, List<BookEntry.Count> counts) {
        return Flux.fromIterable(counts).concatMap(count -> count(region, till, count)).then();
    }

    Mono<Void> closings(Region region, Till till, List<BookEntry.Closing> closings) {
        return Flux.fromIterable(closings)
                .concatMap(closing -> closing(region, till, closing))
                .then();
    }

    private Mono<Void> count(Region region, Till till, BookEntry.Count count) {
        return db.sql(
                        """
                        INSERT INTO cash_count (region_id, op_id, device_id, kind, total_cents, counted_at)
                        VALUES (:region, :op, :device, :kind, :total, :at) ON CONFLICT (region_id, op_id) DO NOTHING
                        """)
                .bind("region", region.id().value())
                .bind("op", count.op().value())
                .bind("device", till.device().value())
                .bind("kind", count.kind())
                .bind("total", count.total().cents())
                .bind("at", time(count.countedAt()))
                .then();
    }

    private Mono<Void> closing(Region region, Till till, BookEntry.Closing closing) {
        TourId tour = closing.tour();
        return db.sql(
                        """
                        INSERT INTO closing (region_id, op_id, device_id, till_number, z_number, business_day, tour_id,
                            expected_cents, counted_cents, difference_cents, first_receipt, last_receipt, receipt_count,
                            closed_at)
                        VALUES (:region, :op, :device, :till, :z, :day, :tour, :expected, :counted, :difference, :first,
                            :last, :count, :at) ON CONFLICT (region_id, op_id) DO NOTHING
                        """)
                .bind("region", region.id().value())
                .bind("op", closing.op().value())
                .bind("device", till.device().value())
                .bind("till", till.number())
                .bind("z", closing.zNumber())
                .bind("day", closing.businessDay())
                .bind("tour", Values.nullable(UUID.class, tour == null ? null : tour.value()))
                .bind("expected", closing.expected().cents())
                .bind("counted", closing.counted().cents())
                .bind("difference", closing.difference().cents())
                .bind("first", closing.firstReceipt())
                .bind("last", closing.lastReceipt())
                .bind("count", closing.receiptCount())
                .bind("at", time(closing.closedAt()))
                .then();
    }
}
