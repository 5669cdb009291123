package de.mobilermarktplatz.coordination.store;

import static de.mobilermarktplatz.platform.database.Values.get;
import static de.mobilermarktplatz.platform.database.Values.time;

import de.mobilermarktplatz.coordination.domain.SinceThen;
import de.mobilermarktplatz.platform.region.Region;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What the jobs did since the clock was moved. */
@Component
public class SinceThenView {

    private final DatabaseClient db;

    SinceThenView(DatabaseClient db) {
        this.db = db;
    }

    public Mono<SinceThen> since(Region region, Instant moment) {
        return db.sql(
                        """
                        SELECT
                          (SELECT count(*) FROM producer_request WHERE region_id = :region AND created_at >= :since) AS requests,
                          (SELECT count(*) FROM message WHERE region_id = :region AND created_at >= :since) AS messages,
                          (SELECT count(*) FROM orders WHERE region_id = :region AND ended_at >= :since AND end_reason = 'EXPIRED') AS expired,
                          (SELECT count(*) FROM payment_entry WHERE region_id = :region AND booked_at >= :since AND kind = 'CAPTURED')
                            AS captured
                        """)
                .bind("region", region.id().value())
                .bind("since", time(moment))
                .map(
                        row ->
                                new SinceThen(
                                        get(row, "requests", Long.class),
                                        get(row, "messages", Long.class),
                                        get(row, "expired", Long.class),
                                        get(row, "captured", Long.class)))
                .one();
    }
}
