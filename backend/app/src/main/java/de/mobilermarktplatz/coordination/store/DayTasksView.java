package de.mobilermarktplatz.coordination.store;

import static de.mobilermarktplatz.platform.database.Values.get;
import static de.mobilermarktplatz.platform.database.Values.time;

import de.mobilermarktplatz.coordination.domain.DayTasks;
import de.mobilermarktplatz.platform.region.Region;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What a market day waits for, and its neighbours, in one statement. */
@Component
public class DayTasksView {

    private final DatabaseClient db;

    DayTasksView(DatabaseClient db) {
        this.db = db;
    }

    public Mono<DayTasks> of(Region region, LocalDate day, Instant now) {
        return db.sql(
                        """
                        WITH silent AS (
                          SELECT f.name, min(r.answer_by) AS answer_by FROM producer_request r
                          JOIN producer f ON f.region_id = r.region_id AND f.producer_id = r.producer_id
                          WHERE r.region_id = :region AND r.market_day = :day AND NOT EXISTS (SELECT 1 FROM request_answer a
                            WHERE a.region_id = r.region_id AND a.request_id = r.request_id)
                          GROUP BY f.producer_id, f.name),
                        tours AS (
                          SELECT v.name, t.state, t.device_id FROM tour t
                          JOIN van v ON v.region_id = t.region_id AND v.van_id = t.van_id
                          WHERE t.region_id = :region AND t.market_day = :day)
                        SELECT
                          (SELECT max(d.day) FROM market_day d WHERE d.region_id = :region AND d.day < :day) AS before,
                          (SELECT min(d.day) FROM market_day d WHERE d.region_id = :region AND d.day > :day) AS after,
                          (SELECT max(l.cut_off_at) FROM order_line l WHERE l.region_id = :region AND l.market_day = :day
                             AND l.state <> 'CANCELLED') AS last_cut_off,
                          ARRAY(SELECT name FROM silent ORDER BY name COLLATE "de-x-icu") AS silent,
                          (SELECT count(*) FROM silent WHERE answer_by <= :now) AS overdue,
                          (SELECT count(*) FROM tour_unserved u WHERE u.region_id = :region AND u.market_day = :day) AS unserved,
                          ARRAY(SELECT name FROM tours WHERE state = 'DRAFT' ORDER BY name) AS drafts,
                          ARRAY(SELECT name FROM tours WHERE state = 'RELEASED' AND device_id IS NULL ORDER BY name) AS without_tablet,
                          ARRAY(SELECT name FROM tours WHERE state = 'RELEASED' ORDER BY name) AS out,
                          (SELECT count(*) FROM payment p WHERE p.region_id = :region AND p.market_day = :day
                             AND p.state = 'CAPTURE_FAILED' AND NOT EXISTS (SELECT 1 FROM problem_settled s
                               WHERE s.region_id = p.region_id AND s.source = 'CAPTURE' AND s.subject = p.payment_id
                                 AND s.settled_at >= p.changed_at)) AS failed_captures
                        """)
                .bind("region", region.id().value())
                .bind("day", day)
                .bind("now", time(now))
                .map(DayTasksView::tasks)
                .one();
    }

    private static DayTasks tasks(Readable row) {
        return new DayTasks(
                row.get("before", LocalDate.class),
                row.get("after", LocalDate.class),
                row.get("last_cut_off", Instant.class),
                List.of(get(row, "silent", String[].class)),
                get(row, "overdue", Long.class),
                get(row, "unserved", Long.class),
                List.of(get(row, "drafts", String[].class)),
                List.of(get(row, "without_tablet", String[].class)),
                List.of(get(row, "out", String[].class)),
                get(row, "failed_captures", Long.class));
    }
}
