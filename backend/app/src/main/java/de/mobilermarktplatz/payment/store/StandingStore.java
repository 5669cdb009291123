package de.mobilermarktplatz.payment.store;

import static de.mobilermarktplatz.platform.database.Values.get;
import static de.mobilermarktplatz.platform.database.Values.nullable;
import static de.mobilermarktplatz.platform.database.Values.time;

import de.mobilermarktplatz.kernel.id.PaymentId;
import de.mobilermarktplatz.kernel.id.RegionId;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.payment.domain.Effect;
import de.mobilermarktplatz.payment.domain.OrderFacts;
import de.mobilermarktplatz.payment.domain.Payment;
import de.mobilermarktplatz.payment.domain.Standing;
import io.r2dbc.spi.Parameter;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * How a payment stands, read and written under its row's lock: whoever decides sees what the one
 * before wrote.
 */
@Component
public class StandingStore {

    private final DatabaseClient db;

    StandingStore(DatabaseClient db) {
        this.db = db;
    }

    /** Locks the payment to the end of the caller's transaction. Empty when there is none. */
    public Mono<Payment> lock(RegionId region, PaymentId id) {
        return db.sql(
                        "SELECT "
                                + PaymentStore.COLUMNS
                                + " FROM payment WHERE region_id = :region AND payment_id = :payment FOR UPDATE")
                .bind("region", region.value())
                .bind("payment", id.value())
                .map(PaymentStore::payment)
                .one();
    }

    /** What belongs to the locked payment; a statement of its own, so that it sees the latest. */
    public Mono<Standing> read(
            RegionId region, Payment payment, @Nullable OrderFacts order, Instant now) {
        return Mono.zip(onBoard(region, payment), refunds(region, payment), extra(region, payment))
                .map(
                        all ->
                                new Standing(
                                        payment,
                                        order,
                                        all.getT1(),
                                        all.getT2(),
                                        all.getT3(),
                                        now));
    }

    private Mono<List<Standing.OnBoard>> onBoard(RegionId region, Payment payment) {
        return of(
                        "SELECT operation_id, cents FROM payment_on_board",
                        region,
                        "payment_id = :payment ORDER BY told_at, operation_id",
                        payment)
                .map(
                        row ->
                                new Standing.OnBoard(
                                        get(row, "operation_id", UUID.class),
                                        new Money(get(row, "cents", Long.class))))
                .all()
                .collectList();
    }

    private Mono<List<Standing.Refund>> refunds(RegionId region, Payment payment) {
        return of(
                        "SELECT refund_id, cents, why, provider_id, given_up_at, asked_at, attempts FROM payment_refund",
                        region,
                        "payment_id = :payment ORDER BY asked_at, refund_id",
                        payment)
                .map(
                        row ->
                                new Standing.Refund(
                                        get(row, "refund_id", UUID.class),
                                        new Money(get(row, "cents", Long.class)),
                                        Standing.Why.valueOf(get(row, "why", String.class)),
                                        row.get("provider_id", String.class) != null,
                                        row.get("given_up_at", OffsetDateTime.class) != null,
                                        get(row, "asked_at", OffsetDateTime.class).toInstant(),
                                        get(row, "attempts", Integer.class)))
                .all()
                .collectList();
    }

    private Mono<Money> extra(RegionId region, Payment payment) {
        return of(
                        "SELECT coalesce(sum(asked_cents), 0)::bigint AS cents FROM payment",
                        region,
                        "parent_id = :payment AND state NOT IN ('DECLINED', 'NEEDS_CUSTOMER', 'VOIDED', 'REFUNDED')",
                        payment)
                .map(row -> new Money(get(row, "cents", Long.class)))
                .one();
    }

    private DatabaseClient.GenericExecuteSpec of(
            String select, RegionId region, String where, Payment payment) {
        return db.sql(select + " WHERE region_id = :region AND " + where)
                .bind("region", region.value())
                .bind("payment", payment.id().value());
    }

    /** Writes everything that a step may change. */
    public Mono<Void> write(RegionId region, Payment to, Instant now) {
        Payment.Due due = to.due();
        Money finalAmount = to.finalAmount();
        return db.sql(
                        """
                        UPDATE payment SET state = :state, asked_cents = :asked, customer_id = :customer, method_id = :method,
                            intent_id = :intent, attempted_at = :attempted, authorised_cents = :authorised,
                            capture_before = :before, final_cents = :final, captured_cents = :captured,
                            refunded_cents = :refunded, failure = :failure, task = :task, task_due_at = :due,
                            task_attempts = :attempts, changed_at = :now
                        WHERE region_id = :region AND payment_id = :payment
                        """)
                .bind("region", region.value())
                .bind("payment", to.id().value())
                .bind("state", to.state().name())
                .bind("asked", to.asked().cents())
                .bind("customer", nullable(String.class, to.customer()))
                .bind("method", nullable(String.class, to.method()))
                .bind("intent", nullable(String.class, to.intent()))
                .bind("attempted", at(to.attemptedAt()))
                .bind("authorised", to.authorised().cents())
                .bind("before", at(to.captureBefore()))
                .bind(
                        "final",
                        nullable(Long.class, finalAmount == null ? null : finalAmount.cents()))
                .bind("captured", to.captured().cents())
                .bind("refunded", to.refunded().cents())
                .bind("failure", nullable(String.class, to.failure()))
                .bind("task", nullable(String.class, due == null ? null : due.task().name()))
                .bind("due", at(due == null ? null : due.at()))
                .bind("attempts", due == null ? 0 : due.attempts())
                .bind("now", time(now))
                .then();
    }

    private static Parameter at(@Nullable Instant instant) {
        return nullable(OffsetDateTime.class, instant == null ? null : time(instant));
    }

    /** Keeps what was paid on board, each operation once. */
    public Mono<Void> keepOnBoard(
            RegionId region, PaymentId id, Effect.KeepOnBoard keep, Instant now) {
        return db.sql(
                        """
                        INSERT INTO payment_on_board (region_id, payment_id, operation_id, cents, told_at)
                        VALUES (:region, :payment, :operation, :cents, :now) ON CONFLICT DO NOTHING
                        """)
                .bind("region", region.value())
                .bind("payment", id.value())
                .bind("operation", keep.operation())
                .bind("cents", keep.amount().cents())
                .bind("now", time(now))
                .then();
    }
}
