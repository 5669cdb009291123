package de.mobilermarktplatz.coordination.store;

import static de.mobilermarktplatz.platform.database.Values.get;

import de.mobilermarktplatz.coordination.domain.DayFigures;
import de.mobilermarktplatz.platform.region.Region;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Market days with their numbers, read across the capabilities in one statement. */
@Component
public class DayFiguresView {

    private final DatabaseClient db;

    DayFiguresView(DatabaseClient db) {
        this.db = db;
    }

    public Flux<DayFigures> between(Region region, LocalDate first, LocalDate last) {
        return db.sql(
                        """
                        SELECT d.day, d.state,
                          (SELECT count(*) FROM call c WHERE c.region_id = d.region_id AND c.market_day = d.day
                             AND c.state = 'PUBLISHED') AS calls,
                          (SELECT count(*) FROM orders o WHERE o.region_id = d.region_id AND o.market_day = d.day
                             AND o.end_reason IS NULL) AS orders,
                          (SELECT coalesce(sum(coalesce(l.delivered_cents, l.agreed_cents, l.packed_cents, l.confirmed_cents,
                             l.ordered_cents)), 0)::bigint FROM order_line l WHERE l.region_id = d.region_id
                             AND l.market_day = d.day AND l.state <> 'CANCELLED') AS goods_cents,
                          (SELECT count(*) FROM producer_request r WHERE r.region_id = d.region_id
                             AND r.market_day = d.day) AS requests,
                          (SELECT count(*) FROM producer_request r WHERE r.region_id = d.region_id
                             AND r.market_day = d.day AND NOT EXISTS (SELECT 1 FROM request_answer a
                             WHERE a.region_id = r.region_id AND a.request_id = r.request_id)) AS unanswered,
                          (SELECT count(*) FROM tour t WHERE t.region_id = d.region_id AND t.market_day = d.day
                             AND t.state = 'DRAFT') AS drafts,
                          (SELECT count(*) FROM tour t WHERE t.region_id = d.region_id AND t.market_day = d.day
                             AND t.state = 'RELEASED') AS released,
                          (SELECT count(*) FROM tour t WHERE t.region_id = d.region_id AND t.market_day = d.day
                             AND t.state = 'CLOSED') AS closed
                        FROM market_day d
                        WHERE d.region_id = :region AND d.day BETWEEN :first AND :last ORDER BY d.day
                        """)
                .bind("region", region.id().value())
                .bind("first", first)
                .bind("last", last)
                .map(DayFiguresView::figures)
                .all();
    }

    private static DayFigures figures(Readable row) {
        return new DayFigures(
                get(row, "day", LocalDate.class),
                get(row, "state", String.class),
                get(row, "calls", Long.class),
                get(row, "orders", Long.class),
                get(row, "goods_cents", Long.class),
                get(row, "requests", Long.class),
                get(row, "unanswered", Long.class),
                get(row, "drafts", Long.class),
                get(row, "released", Long.class),
                get(row, "closed", Long.class));
    }
}
