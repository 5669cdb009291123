package de.mobilermarktplatz.ordering.store;

import static de.mobilermarktplatz.platform.database.Values.get;
import static de.mobilermarktplatz.platform.database.Values.time;

import de.mobilermarktplatz.kernel.id.FactId;
import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.kernel.id.RegionId;
import de.mobilermarktplatz.kernel.id.TourId;
import de.mobilermarktplatz.ordering.OrderChange;
import de.mobilermarktplatz.ordering.OrderRequest;
import de.mobilermarktplatz.platform.database.Columns;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The tables {@code order_request} and {@code order_request_line}. */
@Component
public class OrderRequestStore {

    private static final String REQUESTS =
            """
            SELECT r.request_id, r.order_id, r.tour_id, r.kind, r.state, r.asked_by, r.asked_at, r.answered_at,
                coalesce(array_agg(l.line_no ORDER BY l.line_no) FILTER (WHERE l.line_no IS NOT NULL), '{}') AS lines,
                coalesce(array_agg(l.wanted ORDER BY l.line_no) FILTER (WHERE l.line_no IS NOT NULL), '{}') AS wanted
            FROM order_request r
            LEFT JOIN order_request_line l ON l.region_id = r.region_id AND l.request_id = r.request_id
            WHERE r.region_id = :region AND %s
            GROUP BY r.region_id, r.request_id ORDER BY r.asked_at, r.request_id
            """;

    private final DatabaseClient db;

    OrderRequestStore(DatabaseClient db) {
        this.db = db;
    }

    /** False when another wish for the order is still open. */
    public Mono<Boolean> insert(RegionId region, OrderRequest request) {
        return db.sql(
                        """
                        INSERT INTO order_request (region_id, request_id, order_id, tour_id, kind, state, asked_by, asked_at)
                        VALUES (:region, :request, :order, :tour, :kind, 'OPEN', :by, :now)
                        ON CONFLICT (region_id, order_id) WHERE state = 'OPEN' DO NOTHING
                        """)
                .bind("region", region.value())
                .bind("request", request.id().value())
                .bind("order", request.order().value())
                .bind("tour", request.tour().value())
                .bind("kind", request.change().kind().name())
                .bind("by", request.askedBy())
                .bind("now", time(request.askedAt()))
                .fetch()
                .rowsUpdated()
                .flatMap(
                        rows ->
                                rows == 1
                                        ? lines(region, request).thenReturn(true)
                                        : Mono.just(false));
    }

    private Mono<Void> lines(RegionId region, OrderRequest request) {
        Columns<Map.Entry<Integer, Long>> columns =
                Columns.of(List.copyOf(request.change().wanted().entrySet()));
        return db.sql(
                        """
                        INSERT INTO order_request_line (region_id, request_id, line_no, wanted)
                        SELECT :region, :request, * FROM unnest(:lines::int[], :wanted::bigint[])
                        """)
                .bind("region", region.value())
                .bind("request", request.id().value())
                .bind("lines", columns.ints(Map.Entry::getKey))
                .bind("wanted", columns.longs(Map.Entry::getValue))
                .then();
    }

    /** False when it had its answer before. */
    public Mono<Boolean> answer(
            RegionId region, FactId request, OrderRequest.State state, Instant now) {
        return db.sql(
                        """
                        UPDATE order_request SET state = :state, answered_at = :now
                        WHERE region_id = :region AND request_id = :request AND state = 'OPEN'
                        """)
                .bind("region", region.value())
                .bind("request", request.value())
                .bind("state", state.name())
                .bind("now", time(now))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    public Mono<OrderRequest> find(RegionId region, FactId request) {
        return requests(region, "r.request_id = :value", request.value()).next();
    }

    /** Oldest first. */
    public Flux<OrderRequest> ofOrder(RegionId region, OrderId order) {
        return requests(region, "r.order_id = :value", order.value());
    }

    /** Open ones, oldest first. */
    public Flux<OrderRequest> openOf(RegionId region, TourId tour) {
        return requests(region, "r.state = 'OPEN' AND r.tour_id = :value", tour.value());
    }

    private Flux<OrderRequest> requests(RegionId region, String which, UUID value) {
        return db.sql(REQUESTS.formatted(which))
                .bind("region", region.value())
                .bind("value", value)
                .map(OrderRequestStore::request)
                .all();
    }

    private static OrderRequest request(Readable row) {
        Integer[] lines = get(row, "lines", Integer[].class);
        Long[] wanted = get(row, "wanted", Long[].class);
        Map<Integer, Long> amounts = new HashMap<>();
        for (int i = 0; i < lines.length; i++) {
            amounts.put(lines[i], wanted[i]);
        }
        return new OrderRequest(
                new FactId(get(row, "request_id", UUID.class)),
                new OrderId(get(row, "order_id", UUID.class)),
                new TourId(get(row, "tour_id", UUID.class)),
                new OrderChange(OrderChange.Kind.valueOf(get(row, "kind", String.class)), amounts),
                OrderRequest.State.valueOf(get(row, "state", String.class)),
                get(row, "asked_by", String.class),
                get(row, "asked_at", Instant.class),
                row.get("answered_at", Instant.class));
    }
}
