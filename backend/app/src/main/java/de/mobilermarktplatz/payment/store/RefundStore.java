package de.mobilermarktplatz.payment.store;

import static de.mobilermarktplatz.platform.database.Values.get;
import static de.mobilermarktplatz.platform.database.Values.time;

import de.mobilermarktplatz.kernel.id.PaymentId;
import de.mobilermarktplatz.kernel.id.RegionId;
import de.mobilermarktplatz.payment.domain.Effect;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The table {@code payment_refund}. */
@Component
public class RefundStore {

    private static final Queue QUEUE =
            new Queue("payment_refund", "refund_id", "due_at", "attempts", Duration.ofMinutes(2));

    private final DatabaseClient db;

    RefundStore(DatabaseClient db) {
        this.db = db;
    }

    public record Due(UUID id, PaymentId payment) {}

    /** Wants a refund once; whether it may be is decided before, under the payment's lock. */
    public Mono<Void> ask(RegionId region, PaymentId payment, Effect.AskRefund ask, Instant now) {
        return db.sql(
                        """
                        INSERT INTO payment_refund (region_id, refund_id, payment_id, cents, why, due_at, attempts, asked_at)
                        VALUES (:region, :refund, :payment, :cents, :why, :now, 0, :now)
                        ON CONFLICT (region_id, refund_id) DO NOTHING
                        """)
                .bind("region", region.value())
                .bind("refund", ask.refund())
                .bind("payment", payment.value())
                .bind("cents", ask.amount().cents())
                .bind("why", ask.why().name())
                .bind("now", time(now))
                .then();
    }

    public Flux<Due> claim(RegionId region, Instant now, int most) {
        return QUEUE.claim(db, region, now, most, "refund_id, payment_id")
                .map(
                        row ->
                                new Due(
                                        get(row, "refund_id", UUID.class),
                                        new PaymentId(get(row, "payment_id", UUID.class))))
                .all();
    }

    /** Stripe paid it. */
    public Mono<Void> done(RegionId region, UUID refund, String providerId) {
        return db.sql(
                        """
                        UPDATE payment_refund SET provider_id = :provider, due_at = NULL
                        WHERE region_id = :region AND refund_id = :refund AND provider_id IS NULL
                        """)
                .bind("region", region.value())
                .bind("refund", refund)
                .bind("provider", providerId)
                .then();
    }

    /** A person sees to it; no worker takes it any more. */
    public Mono<Void> giveUp(RegionId region, UUID refund, Instant now) {
        return db.sql(
                        """
                        UPDATE payment_refund SET given_up_at = :now, due_at = NULL
                        WHERE region_id = :region AND refund_id = :refund AND provider_id IS NULL
                        """)
                .bind("region", region.value())
                .bind("refund", refund)
                .bind("now", time(now))
                .then();
    }

    public Mono<Void> later(RegionId region, UUID refund, Instant due) {
        return QUEUE.later(db, region, refund, due);
    }
}
