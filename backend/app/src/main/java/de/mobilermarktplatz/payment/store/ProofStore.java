package de.mobilermarktplatz.payment.store;

import static de.mobilermarktplatz.platform.database.Values.get;
import static de.mobilermarktplatz.platform.database.Values.nullable;
import static de.mobilermarktplatz.platform.database.Values.time;

import de.mobilermarktplatz.kernel.id.PaymentId;
import de.mobilermarktplatz.kernel.id.RegionId;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.payment.domain.Pause;
import de.mobilermarktplatz.payment.domain.ProofLine;
import de.mobilermarktplatz.payment.domain.Seen;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The table {@code payment_proof} and the ledger's side of the comparison. */
@Component
public class ProofStore {

    private final DatabaseClient db;

    ProofStore(DatabaseClient db) {
        this.db = db;
    }

    /**
     * How far tonight's proof of a day has come.
     *
     * @param cursor last intent that was looked at; null at the beginning
     */
    public record Progress(@Nullable String cursor, boolean finished) {}

    /** Begins a day's proof, or finds how far tonight's has come. */
    public Mono<Progress> begin(RegionId region, LocalDate day, LocalDate tonight, Instant now) {
        return db.sql(
                        """
                        INSERT INTO payment_proof AS p (region_id, day, proved_on, finished, intents, provider_cents,
                            ledger_cents, differences, changed_at)
                        VALUES (:region, :day, :tonight, false, 0, 0, 0, 0, :now)
                        ON CONFLICT (region_id, day) DO UPDATE SET proved_on = :tonight,
                            cursor_id = CASE WHEN p.proved_on = :tonight THEN p.cursor_id END,
                            finished = p.finished AND p.proved_on = :tonight,
                            intents = CASE WHEN p.proved_on = :tonight THEN p.intents ELSE 0 END,
                            provider_cents = CASE WHEN p.proved_on = :tonight THEN p.provider_cents ELSE 0 END,
                            ledger_cents = CASE WHEN p.proved_on = :tonight THEN p.ledger_cents ELSE 0 END,
                            differences = CASE WHEN p.proved_on = :tonight THEN p.differences ELSE 0 END,
                            mended = CASE WHEN p.proved_on = :tonight THEN p.mended ELSE 0 END,
                            changed_at = :now
                        RETURNING cursor_id, finished
                        """)
                .bind("region", region.value())
                .bind("day", day)
                .bind("tonight", tonight)
                .bind("now", time(now))
                .map(
                        row ->
                                new Progress(
                                        row.get("cursor_id", String.class),
                                        get(row, "finished", Boolean.class)))
                .one();
    }

    /** The ledger's side of one intent, and that Stripe still knows it. */
    public Mono<ProofLine> line(
            RegionId region, PaymentId payment, Seen.Intent seen, LocalDate tonight) {
        Money provider = seen.received().minus(seen.refunded());
        return db.sql(
                        """
                        WITH own AS (
                            UPDATE payment SET proved_on = :tonight
                            WHERE region_id = :region AND payment_id = :payment AND intent_id = :intent
                            RETURNING payment_id, task_due_at, task_attempts)
                        SELECT coalesce((SELECT sum(CASE e.kind WHEN 'CAPTURED' THEN e.cents WHEN 'REFUNDED' THEN -e.cents ELSE 0 END)
                                FROM payment_entry e JOIN own USING (payment_id) WHERE e.region_id = :region), 0)::bigint AS cents,
                            NOT EXISTS (SELECT 1 FROM own WHERE task_due_at IS NOT NULL AND task_attempts < :many)
                            AND NOT EXISTS (SELECT 1 FROM payment_refund r WHERE r.region_id = :region
                                AND r.payment_id = :payment AND r.due_at IS NOT NULL AND r.attempts < :many) AS quiet
                        """)
                .bind("region", region.value())
                .bind("payment", payment.value())
                .bind("intent", seen.id())
                .bind("many", Pause.MANY_TRIES)
                .bind("tonight", tonight)
                .map(
                        row ->
                                new ProofLine(
                                        payment,
                                        provider,
                                        new Money(get(row, "cents", Long.class)),
                                        get(row, "quiet", Boolean.class),
                                        false))
                .one();
    }

    /** Adds a page's lines and moves the cursor behind it. */
    public Mono<Void> add(
            RegionId region,
            LocalDate day,
            @Nullable String cursor,
            boolean finished,
            List<ProofLine> lines,
            Instant now) {
        return db.sql(
                        """
                        UPDATE payment_proof SET cursor_id = :cursor, finished = :finished, intents = intents + :intents,
                            provider_cents = provider_cents + :provider, ledger_cents = ledger_cents + :ledger,
                            differences = differences + :differences, mended = mended + :mended, changed_at = :now
                        WHERE region_id = :region AND day = :day
                        """)
                .bind("region", region.value())
                .bind("day", day)
                .bind("cursor", nullable(String.class, cursor))
                .bind("finished", finished)
                .bind("intents", (long) lines.size())
                .bind("provider", lines.stream().mapToLong(l -> l.provider().cents()).sum())
                .bind("ledger", lines.stream().mapToLong(l -> l.ledger().cents()).sum())
                .bind("differences", lines.stream().filter(ProofLine::differs).count())
                .bind("mended", lines.stream().filter(ProofLine::mended).count())
                .bind("now", time(now))
                .then();
    }

    /**
     * What the ledger took in a span of time and tonight's lists do not hold, at most {@code most};
     * nothing before all lists were read.
     *
     * @param before tonight's midnight: what was taken later may be on lists read before
     */
    public Flux<ProofLine> missing(
            RegionId region, Instant since, Instant before, LocalDate tonight, int most) {
        return db.sql(
                        """
                        SELECT e.payment_id, e.cents FROM payment_entry e
                        JOIN payment p ON p.region_id = e.region_id AND p.payment_id = e.payment_id
                        WHERE e.region_id = :region AND e.kind = 'CAPTURED' AND e.booked_at >= :since
                            AND e.booked_at < :before AND p.proved_on IS DISTINCT FROM :tonight
                            AND NOT EXISTS (SELECT 1 FROM payment_proof n WHERE n.region_id = :region
                                AND n.proved_on = :tonight AND NOT n.finished)
                        ORDER BY e.booked_at, e.provider_id LIMIT :most
                        """)
                .bind("region", region.value())
                .bind("since", time(since))
                .bind("before", time(before))
                .bind("tonight", tonight)
                .bind("most", most)
                .map(
                        row ->
                                new ProofLine(
                                        new PaymentId(get(row, "payment_id", UUID.class)),
                                        Money.ZERO,
                                        new Money(get(row, "cents", Long.class)),
                                        true,
                                        false))
                .all();
    }
}
