package de.mobilermarktplatz.payment.store;

import static de.mobilermarktplatz.platform.database.Values.get;
import static de.mobilermarktplatz.platform.database.Values.nullable;
import static de.mobilermarktplatz.platform.database.Values.time;

import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.kernel.id.PaymentId;
import de.mobilermarktplatz.kernel.id.RegionId;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.payment.PaymentState;
import de.mobilermarktplatz.payment.domain.CheckoutMode;
import de.mobilermarktplatz.payment.domain.Payment;
import de.mobilermarktplatz.payment.domain.Task;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The table {@code payment}: making and finding. */
@Component
public class PaymentStore {

    static final String COLUMNS =
            """
            payment_id, order_id, parent_id, market_day, checkout, state, asked_cents, held_until, session_id,
            customer_id, method_id, intent_id, attempted_at, authorised_cents, capture_before, final_cents,
            captured_cents, refunded_cents, failure, task, task_due_at, task_attempts, created_at""";

    private static final String SELECT =
            "SELECT " + COLUMNS + " FROM payment WHERE region_id = :region ";

    private final DatabaseClient db;

    PaymentStore(DatabaseClient db) {
        this.db = db;
    }

    /**
     * Writes a new payment, unless it is there already or its order has one of its own.
     *
     * @return how many were written, 0 or 1
     */
    public Mono<Long> insert(RegionId region, Payment payment) {
        OrderId order = payment.order();
        PaymentId parent = payment.parent();
        Payment.Due due = payment.due();
        return db.sql(
                        """
                        INSERT INTO payment (region_id, payment_id, order_id, parent_id, market_day, checkout, state,
                            asked_cents, held_until, customer_id, method_id, authorised_cents, captured_cents,
                            refunded_cents, task, task_due_at, task_attempts, created_at, changed_at)
                        VALUES (:region, :payment, :order, :parent, :day, :checkout, :state, :asked, :held, :customer,
                            :method, 0, 0, 0, :task, :due, 0, :now, :now)
                        ON CONFLICT DO NOTHING
                        """)
                .bind("region", region.value())
                .bind("payment", payment.id().value())
                .bind("order", nullable(UUID.class, order == null ? null : order.value()))
                .bind("parent", nullable(UUID.class, parent == null ? null : parent.value()))
                .bind("day", payment.marketDay())
                .bind("checkout", payment.checkout().name())
                .bind("state", payment.state().name())
                .bind("asked", payment.asked().cents())
                .bind("held", time(payment.heldUntil()))
                .bind("customer", nullable(String.class, payment.customer()))
                .bind("method", nullable(String.class, payment.method()))
                .bind("task", nullable(String.class, due == null ? null : due.task().name()))
                .bind("due", nullable(OffsetDateTime.class, due == null ? null : time(due.at())))
                .bind("now", time(payment.createdAt()))
                .fetch()
                .rowsUpdated();
    }

    public Mono<Payment> byId(RegionId region, PaymentId id) {
        return one(region, "payment_id", id.value());
    }

    /** The order's own payment, not what was charged later to its card. */
    public Mono<Payment> byOrder(RegionId region, OrderId order) {
        return one(region, "checkout <> 'CHARGE' AND order_id", order.value());
    }

    public Mono<Payment> bySession(RegionId region, String session) {
        return one(region, "session_id", session);
    }

    public Mono<Payment> byIntent(RegionId region, String intent) {
        return one(region, "intent_id", intent);
    }

    /** What was sold on board to a customer's card on a market day, refused charges left out. */
    public Mono<Money> onAccount(RegionId region, String customer, LocalDate day) {
        return db.sql(
                        """
                        SELECT coalesce(sum(asked_cents), 0)::bigint AS cents FROM payment
                        WHERE region_id = :region AND market_day = :day AND customer_id = :customer
                            AND checkout = 'CHARGE' AND parent_id IS NULL AND state NOT IN ('DECLINED', 'NEEDS_CUSTOMER')
                        """)
                .bind("region", region.value())
                .bind("day", day)
                .bind("customer", customer)
                .map(row -> cents(row, "cents"))
                .one();
    }

    public Flux<Payment> ofDay(RegionId region, LocalDate day) {
        return db.sql(SELECT + "AND market_day = :day AND order_id IS NOT NULL ORDER BY payment_id")
                .bind("region", region.value())
                .bind("day", day)
                .map(PaymentStore::payment)
                .all();
    }

    private Mono<Payment> one(RegionId region, String column, Object value) {
        return db.sql(SELECT + "AND " + column + " = :value")
                .bind("region", region.value())
                .bind("value", value)
                .map(PaymentStore::payment)
                .one();
    }

    static Payment payment(Readable row) {
        UUID order = row.get("order_id", UUID.class);
        UUID parent = row.get("parent_id", UUID.class);
        Long finalCents = row.get("final_cents", Long.class);
        return new Payment(
                new PaymentId(get(row, "payment_id", UUID.class)),
                order == null ? null : new OrderId(order),
                parent == null ? null : new PaymentId(parent),
                get(row, "market_day", LocalDate.class),
                CheckoutMode.valueOf(get(row, "checkout", String.class)),
                PaymentState.valueOf(get(row, "state", String.class)),
                cents(row, "asked_cents"),
                get(row, "held_until", OffsetDateTime.class).toInstant(),
                row.get("session_id", String.class),
                row.get("customer_id", String.class),
                row.get("method_id", String.class),
                row.get("intent_id", String.class),
                instant(row, "attempted_at"),
                cents(row, "authorised_cents"),
                instant(row, "capture_before"),
                finalCents == null ? null : new Money(finalCents),
                cents(row, "captured_cents"),
                cents(row, "refunded_cents"),
                row.get("failure", String.class),
                due(row),
                get(row, "created_at", OffsetDateTime.class).toInstant());
    }

    private static Payment.@Nullable Due due(Readable row) {
        String task = row.get("task", String.class);
        return task == null
                ? null
                : new Payment.Due(
                        Task.valueOf(task),
                        get(row, "task_due_at", OffsetDateTime.class).toInstant(),
                        get(row, "task_attempts", Integer.class));
    }

    private static Money cents(Readable row, String column) {
        return new Money(get(row, column, Long.class));
    }

    private static @Nullable Instant instant(Readable row, String column) {
        OffsetDateTime time = row.get(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
