package de.mobilermarktplatz.payment.store;

import static de.mobilermarktplatz.platform.database.Values.get;
import static de.mobilermarktplatz.platform.database.Values.time;

import de.mobilermarktplatz.kernel.id.PaymentId;
import de.mobilermarktplatz.kernel.id.RegionId;
import de.mobilermarktplatz.kernel.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The table {@code payment_refund}. */
@Component
public class RefundStore {

    private static final Duration LEASE = Duration.ofMinutes(2);

    private final DatabaseClient db;

    RefundStore(DatabaseClient db) {
        this.db = db;
    }

    public record Due(UUID id, PaymentId payment, Money amount, Instant askedAt, int attempts) {}

    /**
     * Wants a refund, unless it was wanted before or more would go back than was taken; true when
     * wanted now.
     */
    public Mono<Boolean> ask(
            RegionId region, UUID refund, PaymentId payment, Money amount, Instant now) {
        return db.sql(
                        """
                        WITH p AS (
                            SELECT payment_id, captured_cents FROM payment
                            WHERE region_id = :region AND payment_id = :payment AND state = 'CAPTURED' FOR UPDATE)
                        INSERT INTO payment_refund (region_id, refund_id, payment_id, cents, due_at, attempts, asked_at)
                        SELECT :region, :refund, p.payment_id, :cents, :now, 0, :now FROM p
                        WHERE p.captured_cents - (SELECT coalesce(sum(r.cents), 0) FROM payment_refund r
                            WHERE r.region_id = :region AND r.payment_id = :payment) >= :cents
                        ON CONFLICT (region_id, refund_id) DO NOTHING
                        """)
                .bind("region", region.value())
                .bind("refund", refund)
                .bind("payment", payment.value())
                .bind("cents", amount.cents())
                .bind("now", time(now))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    public Flux<Due> claim(RegionId region, Instant now, int most) {
        return db.sql(
                        """
                        UPDATE payment_refund SET due_at = :until, attempts = attempts + 1
                        WHERE region_id = :region AND refund_id = ANY (ARRAY(
                            SELECT refund_id FROM payment_refund WHERE region_id = :region AND due_at <= :now
                            ORDER BY due_at, refund_id LIMIT :most FOR UPDATE SKIP LOCKED))
                        RETURNING refund_id, payment_id, cents, asked_at, attempts
                        """)
                .bind("region", region.value())
                .bind("now", time(now))
                .bind("until", time(now.plus(LEASE)))
                .bind("most", most)
                .map(
                        row ->
                                new Due(
                                        get(row, "refund_id", UUID.class),
                                        new PaymentId(get(row, "payment_id", UUID.class)),
                                        new Money(get(row, "cents", Long.class)),
                                        get(row, "asked_at", OffsetDateTime.class).toInstant(),
                                        get(row, "attempts", Integer.class)))
                .all();
    }

    /** True for the one who brings the news. */
    public Mono<Boolean> done(RegionId region, UUID refund, String providerId) {
        return db.sql(
                        """
                        UPDATE payment_refund SET provider_id = :provider, due_at = NULL
                        WHERE region_id = :region AND refund_id = :refund AND provider_id IS NULL
                        """)
                .bind("region", region.value())
                .bind("refund", refund)
                .bind("provider", providerId)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    public Mono<Void> later(RegionId region, UUID refund, Instant due) {
        return db.sql(
                        "UPDATE payment_refund SET due_at = :due WHERE region_id = :region AND refund_id = :refund")
                .bind("region", region.value())
                .bind("refund", refund)
                .bind("due", time(due))
                .then();
    }
}
