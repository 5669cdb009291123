package de.mobilermarktplatz.payment.store;

import static de.mobilermarktplatz.platform.database.Values.get;
import static de.mobilermarktplatz.platform.database.Values.time;

import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.kernel.id.PaymentId;
import de.mobilermarktplatz.kernel.id.RegionId;
import de.mobilermarktplatz.payment.domain.Payment;
import de.mobilermarktplatz.payment.domain.Task;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Work to be done at Stripe, one task a payment at a time; claimed by a lease. */
@Component
public class TaskStore {

    private static final Duration LEASE = Duration.ofMinutes(2);

    private final DatabaseClient db;

    TaskStore(DatabaseClient db) {
        this.db = db;
    }

    public record Claimed(Payment payment, Task task, int attempts) {}

    /** Takes due tasks; whoever else asks meanwhile gets others. */
    public Flux<Claimed> claim(RegionId region, Instant now, int most) {
        return db.sql(
                        """
                        UPDATE payment SET task_due_at = :until, task_attempts = task_attempts + 1
                        WHERE region_id = :region AND payment_id = ANY (ARRAY(
                            SELECT payment_id FROM payment
                            WHERE region_id = :region AND task IS NOT NULL AND task_due_at <= :now
                            ORDER BY task_due_at, payment_id LIMIT :most FOR UPDATE SKIP LOCKED))
                        RETURNING task, task_attempts,
                        """
                                + PaymentStore.COLUMNS)
                .bind("region", region.value())
                .bind("now", time(now))
                .bind("until", time(now.plus(LEASE)))
                .bind("most", most)
                .map(
                        row ->
                                new Claimed(
                                        PaymentStore.payment(row),
                                        Task.valueOf(get(row, "task", String.class)),
                                        get(row, "task_attempts", Integer.class)))
                .all();
    }

    /** Done, unless another task took its place meanwhile. */
    public Mono<Void> done(RegionId region, PaymentId id, Task task) {
        return db.sql(
                        """
                        UPDATE payment SET task = NULL, task_due_at = NULL, task_attempts = 0
                        WHERE region_id = :region AND payment_id = :payment AND task = :task
                        """)
                .bind("region", region.value())
                .bind("payment", id.value())
                .bind("task", task.name())
                .then();
    }

    public Mono<Void> later(RegionId region, PaymentId id, Task task, Instant due) {
        return db.sql(
                        """
                        UPDATE payment SET task_due_at = :due
                        WHERE region_id = :region AND payment_id = :payment AND task = :task
                        """)
                .bind("region", region.value())
                .bind("payment", id.value())
                .bind("task", task.name())
                .bind("due", time(due))
                .then();
    }

    /** Undo takes the place of any other task. */
    public Mono<Long> undo(RegionId region, OrderId order, Instant now) {
        return db.sql(
                        """
                        UPDATE payment SET task = 'VOID', task_due_at = :now, task_attempts = 0
                        WHERE region_id = :region AND order_id = :order
                            AND state NOT IN ('VOIDED', 'REFUNDED', 'DECLINED', 'NEEDS_CUSTOMER')
                        """)
                .bind("region", region.value())
                .bind("order", order.value())
                .bind("now", time(now))
                .fetch()
                .rowsUpdated();
    }

    /** Checkouts whose order's lease is over. */
    public Mono<Long> expireOverdue(RegionId region, Instant now) {
        return db.sql(
                        """
                        UPDATE payment SET task = 'EXPIRE', task_due_at = :now, task_attempts = 0
                        WHERE region_id = :region AND state = 'INTENT' AND task IS NULL AND held_until <= :now
                        """)
                .bind("region", region.value())
                .bind("now", time(now))
                .fetch()
                .rowsUpdated();
    }

    /** Saved cards whose market day is near. */
    public Mono<Long> authoriseNear(RegionId region, LocalDate lastDay, Instant now) {
        return db.sql(
                        """
                        UPDATE payment SET task = 'AUTHORISE', task_due_at = :now, task_attempts = 0
                        WHERE region_id = :region AND state = 'DEFERRED_DUE' AND task IS NULL AND market_day <= :last
                        """)
                .bind("region", region.value())
                .bind("last", lastDay)
                .bind("now", time(now))
                .fetch()
                .rowsUpdated();
    }

    /** Authorisations that run out before {@code limit}: captured now by what is known. */
    public Flux<Payment> runningOut(RegionId region, Instant limit) {
        return db.sql(
                        "SELECT "
                                + PaymentStore.COLUMNS
                                + """
                                 FROM payment WHERE region_id = :region AND state = 'AUTHORIZED'
                                AND capture_before <= :limit
                                """)
                .bind("region", region.value())
                .bind("limit", time(limit))
                .map(PaymentStore::payment)
                .all();
    }

    public Mono<Long> refresh(RegionId region, PaymentId id, Instant now) {
        return db.sql(
                        """
                        UPDATE payment SET task = 'REFRESH', task_due_at = :now, task_attempts = 0
                        WHERE region_id = :region AND payment_id = :payment AND task IS NULL
                        """)
                .bind("region", region.value())
                .bind("payment", id.value())
                .bind("now", time(now))
                .fetch()
                .rowsUpdated();
    }
}
