package de.mobilermarktplatz.coordination.store;

import static de.mobilermarktplatz.platform.database.Values.get;
import static de.mobilermarktplatz.platform.database.Values.time;

import de.mobilermarktplatz.coordination.domain.OpenProblem;
import de.mobilermarktplatz.coordination.domain.SettledProblem;
import de.mobilermarktplatz.platform.region.Region;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Everything that went wrong anywhere and is not settled, in one statement. */
@Component
public class ProblemsView {

    /** A list is never longer. */
    public static final int MOST = 200;

    private static final int SETTLED_SHOWN = 20;

    /** Less is not a problem yet: the next try may do it. */
    private static final int TRIES = 3;

    /** A card that fails anew after it was settled comes back; all else is settled for good. */
    private static final String OPEN =
            """
            WITH all_of_them AS (
              SELECT 'CASE' AS source, c.case_id AS subject, c.kind, c.detail, c.order_id,
                'Kasse ' || d.till_number || CASE WHEN c.seq > 0 THEN ', Eintrag ' || c.seq ELSE '' END AS who, c.created_at AS since
              FROM exception_case c
              LEFT JOIN journal j ON j.region_id = c.region_id AND j.journal_id = c.journal_id
              JOIN device d ON d.region_id = c.region_id AND (d.device_id = j.device_id OR d.journal_id = c.journal_id)
              WHERE c.region_id = :region AND c.closed_at IS NULL
              UNION ALL
              SELECT 'QUARANTINE', q.quarantine_id, q.reason, '', NULL, 'Kasse ' || d.till_number, q.received_at
              FROM quarantine q JOIN device d ON d.region_id = q.region_id AND d.device_id = q.device_id
              WHERE q.region_id = :region AND NOT EXISTS (SELECT 1 FROM quarantine_release r
                WHERE r.region_id = q.region_id AND r.quarantine_id = q.quarantine_id)
              UNION ALL
              SELECT 'CAPTURE', p.payment_id, '', coalesce(p.failure, ''), p.order_id, '', p.changed_at
              FROM payment p WHERE p.region_id = :region AND p.state = 'CAPTURE_FAILED'
              UNION ALL
              SELECT 'REFUND', f.refund_id, '', '', p.order_id, '', f.asked_at
              FROM payment_refund f JOIN payment p ON p.region_id = f.region_id AND p.payment_id = f.payment_id
              WHERE f.region_id = :region AND f.due_at IS NOT NULL AND f.attempts >= :tries
              UNION ALL
              SELECT 'PAYMENT', c.case_id, c.kind, c.detail, c.order_id, '', c.created_at
              FROM payment_case c WHERE c.region_id = :region
              UNION ALL
              SELECT 'FACT', o.fact_id, o.type, coalesce(o.error, ''), NULL, o.type, o.created_at
              FROM outbox o WHERE o.region_id = :region AND o.done_at IS NULL AND o.attempts >= :tries
              UNION ALL
              SELECT 'REQUEST', r.request_id, '', 'Anforderung Nr. ' || r.number || ' für den ' || to_char(r.market_day, 'DD.MM.YYYY'),
                NULL, f.name, r.answer_by
              FROM producer_request r JOIN producer f ON f.region_id = r.region_id AND f.producer_id = r.producer_id
              WHERE r.region_id = :region AND r.market_day >= :today AND r.answer_by <= :now AND NOT EXISTS (
                SELECT 1 FROM request_answer a WHERE a.region_id = r.region_id AND a.request_id = r.request_id)
              UNION ALL
              SELECT 'MESSAGE', m.message_id, '', m.subject, NULL, '', m.created_at
              FROM message m WHERE m.region_id = :region AND m.delivered_at IS NULL AND m.channel = 'MAIL' AND m.attempts >= :tries
                AND m.error IS NOT NULL),
            open_ones AS (
              SELECT a.* FROM all_of_them a WHERE NOT EXISTS (SELECT 1 FROM problem_settled s
                WHERE s.region_id = :region AND s.source = a.source AND s.subject = a.subject
                  AND (s.source <> 'CAPTURE' OR s.settled_at >= a.since)))
            """;

    private static final String NAMED =
            """
            SELECT p.source, p.subject, p.kind, p.detail, o.spoken_code, p.who, p.since FROM open_ones p
            LEFT JOIN orders o ON o.region_id = :region AND o.order_id = p.order_id
            """;

    private final DatabaseClient db;

    ProblemsView(DatabaseClient db) {
        this.db = db;
    }

    /**
     * Goods and money first, because nothing else brings them to mind; then what may still end by
     * itself. The newest first of each, {@value #MOST} at most.
     */
    public Flux<OpenProblem> open(Region region, Instant now) {
        return ask(
                        OPEN
                                + NAMED
                                + """
                                ORDER BY p.source NOT IN ('CASE', 'QUARANTINE', 'CAPTURE', 'REFUND', 'PAYMENT'), p.since DESC, p.subject LIMIT
                                """
                                + MOST,
                        region,
                        now)
                .map(ProblemsView::problem)
                .all();
    }

    /** Empty when it is not open (any more). */
    public Mono<OpenProblem> find(
            Region region, OpenProblem.Source source, UUID subject, Instant now) {
        return ask(OPEN + NAMED + "WHERE p.source = :source AND p.subject = :subject", region, now)
                .bind("source", source.name())
                .bind("subject", subject)
                .map(ProblemsView::problem)
                .one();
    }

    public Mono<Long> count(Region region, Instant now) {
        return ask(OPEN + "SELECT count(*) AS open FROM open_ones", region, now)
                .map(row -> get(row, "open", Long.class))
                .one();
    }

    /** False when it is not open (any more): then nothing is written. */
    public Mono<Boolean> settle(
            Region region, OpenProblem.Source source, UUID subject, SettledProblem settled) {
        return ask(
                        OPEN
                                + """
                                INSERT INTO problem_settled (region_id, source, subject, title, note, settled_by, settled_at)
                                SELECT :region, p.source, p.subject, :title, :note, :by, :now FROM open_ones p
                                WHERE p.source = :source AND p.subject = :subject
                                ON CONFLICT (region_id, source, subject, settled_at) DO NOTHING
                                """,
                        region,
                        settled.at())
                .bind("source", source.name())
                .bind("subject", subject)
                .bind("title", settled.title())
                .bind("note", settled.note())
                .bind("by", settled.by())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** What was settled last, the newest first. */
    public Flux<SettledProblem> settled(Region region) {
        return db.sql(
                        "SELECT title, note, settled_by, settled_at FROM problem_settled WHERE region_id = :region"
                                + " ORDER BY settled_at DESC LIMIT "
                                + SETTLED_SHOWN)
                .bind("region", region.id().value())
                .map(
                        row ->
                                new SettledProblem(
                                        get(row, "title", String.class),
                                        get(row, "note", String.class),
                                        get(row, "settled_by", String.class),
                                        get(row, "settled_at", Instant.class)))
                .all();
    }

    private DatabaseClient.GenericExecuteSpec ask(String sql, Region region, Instant now) {
        return db.sql(sql)
                .bind("region", region.id().value())
                .bind("tries", TRIES)
                .bind("today", LocalDate.ofInstant(now, region.zone()))
                .bind("now", time(now));
    }

    private static OpenProblem problem(Readable row) {
        return new OpenProblem(
                OpenProblem.Source.valueOf(get(row, "source", String.class)),
                get(row, "subject", UUID.class),
                get(row, "kind", String.class),
                get(row, "detail", String.class),
                row.get("spoken_code", String.class),
                get(row, "who", String.class),
                get(row, "since", Instant.class));
    }
}
