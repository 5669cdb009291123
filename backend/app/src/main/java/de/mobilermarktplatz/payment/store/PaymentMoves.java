package de.mobilermarktplatz.payment.store;

import static de.mobilermarktplatz.platform.database.Values.nullable;
import static de.mobilermarktplatz.platform.database.Values.time;

import de.mobilermarktplatz.kernel.id.PaymentId;
import de.mobilermarktplatz.kernel.id.RegionId;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.payment.PaymentState;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Every legal step of a payment: one guarded statement each, true for exactly one caller. */
@Component
public class PaymentMoves {

    private final DatabaseClient db;
    private final InstantSource clock;

    PaymentMoves(DatabaseClient db, InstantSource clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * Stripe's session is kept; the first one wins. None is kept any more once the customer chose
     * to pay at the van or the lease is over: nobody must be sent to a page that still takes money.
     */
    public Mono<Boolean> session(RegionId region, PaymentId id, String session) {
        return moved(
                update(
                                region,
                                id,
                                "session_id = :session",
                                "session_id IS NULL AND state = 'INTENT'")
                        .bind("session", session));
    }

    /** Stripe's unconfirmed intent is kept before anything is confirmed. */
    public Mono<Boolean> intent(RegionId region, PaymentId id, String intent) {
        return moved(
                update(region, id, "intent_id = :intent", "intent_id IS NULL")
                        .bind("intent", intent));
    }

    /**
     * Before the first try: what it will cost and when it began, which an idempotency key depends
     * on.
     */
    public Mono<Boolean> attempt(RegionId region, PaymentId id, Money asked) {
        return moved(
                update(
                                region,
                                id,
                                "asked_cents = :asked, attempted_at = :now",
                                "attempted_at IS NULL")
                        .bind("asked", asked.cents()));
    }

    public Mono<Boolean> authorised(
            RegionId region,
            PaymentId id,
            String intent,
            Money held,
            @Nullable Instant captureBefore) {
        return moved(
                update(
                                region,
                                id,
                                """
                                state = 'AUTHORIZED', intent_id = :intent, authorised_cents = :held,
                                capture_before = :before""",
                                "state IN ('INTENT', 'DEFERRED_DUE')")
                        .bind("intent", intent)
                        .bind("held", held.cents())
                        .bind(
                                "before",
                                nullable(
                                        OffsetDateTime.class,
                                        captureBefore == null ? null : time(captureBefore))));
    }

    public Mono<Boolean> saved(RegionId region, PaymentId id, String customer, String method) {
        return moved(
                update(
                                region,
                                id,
                                "state = 'DEFERRED_DUE', customer_id = :customer, method_id = :method",
                                "state = 'INTENT'")
                        .bind("customer", customer)
                        .bind("method", method));
    }

    /** The final amount is known; the worker captures it. */
    public Mono<Boolean> captureDue(RegionId region, PaymentId id, Money finalAmount) {
        return moved(
                update(
                                region,
                                id,
                                """
                                state = 'CAPTURE_DUE', final_cents = :final, task = 'CAPTURE', task_due_at = :now,
                                task_attempts = 0""",
                                "state = 'AUTHORIZED'")
                        .bind("final", finalAmount.cents()));
    }

    public Mono<Boolean> captured(RegionId region, PaymentId id, Money captured) {
        return moved(
                update(
                                region,
                                id,
                                "state = 'CAPTURED', captured_cents = :captured, failure = NULL",
                                "state IN ('AUTHORIZED', 'CAPTURE_DUE', 'CAPTURE_FAILED')")
                        .bind("captured", captured.cents()));
    }

    public Mono<Boolean> refunded(RegionId region, PaymentId id, Money amount) {
        return moved(
                update(
                                region,
                                id,
                                """
                                refunded_cents = refunded_cents + :amount,
                                state = CASE WHEN refunded_cents + :amount = captured_cents THEN 'REFUNDED' ELSE state END""",
                                "state = 'CAPTURED'")
                        .bind("amount", amount.cents()));
    }

    /** An end without money. */
    public Mono<Boolean> ended(
            RegionId region,
            PaymentId id,
            PaymentState end,
            String failure,
            Set<PaymentState> from) {
        return moved(
                update(
                                region,
                                id,
                                "state = :end, failure = :failure, task = NULL, task_due_at = NULL",
                                "state = ANY(:from)")
                        .bind("end", end.name())
                        .bind(
                                "failure",
                                failure.length() > 500 ? failure.substring(0, 500) : failure)
                        .bind("from", from.stream().map(Enum::name).toArray(String[]::new)));
    }

    private DatabaseClient.GenericExecuteSpec update(
            RegionId region, PaymentId id, String set, String guard) {
        return db.sql(
                        "UPDATE payment SET changed_at = :now, "
                                + set
                                + " WHERE region_id = :region AND payment_id = :payment AND "
                                + guard)
                .bind("region", region.value())
                .bind("payment", id.value())
                .bind("now", time(clock.instant()));
    }

    private static Mono<Boolean> moved(DatabaseClient.GenericExecuteSpec statement) {
        return statement.fetch().rowsUpdated().map(rows -> rows == 1);
    }
}
