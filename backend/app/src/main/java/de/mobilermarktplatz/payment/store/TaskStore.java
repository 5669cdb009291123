package de.mobilermarktplatz.payment.store;

import static de.mobilermarktplatz.platform.database.Values.get;
import static de.mobilermarktplatz.platform.database.Values.time;

import de.mobilermarktplatz.kernel.id.PaymentId;
import de.mobilermarktplatz.kernel.id.RegionId;
import de.mobilermarktplatz.payment.domain.Task;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Work to be done at Stripe, one task a payment at a time; claimed by a lease. */
@Component
public class TaskStore {

    private static final Queue QUEUE =
            new Queue(
                    "payment", "payment_id", "task_due_at", "task_attempts", Duration.ofMinutes(2));

    private final DatabaseClient db;

    TaskStore(DatabaseClient db) {
        this.db = db;
    }

    public record Claimed(PaymentId payment, Task task, int attempts) {}

    public Flux<Claimed> claim(RegionId region, Instant now, int most) {
        return QUEUE.claim(db, region, now, most, "payment_id, task, task_attempts")
                .map(
                        row ->
                                new Claimed(
                                        new PaymentId(get(row, "payment_id", UUID.class)),
                                        Task.valueOf(get(row, "task", String.class)),
                                        get(row, "task_attempts", Integer.class)))
                .all();
    }

    /**
     * Payments that time alone may have made due; the core decides which are.
     *
     * @param lastDay cards saved for later days are not looked at
     * @param runningOut holds that last longer are not looked at
     */
    public Flux<PaymentId> byTheClock(
            RegionId region, Instant now, LocalDate lastDay, Instant runningOut, int most) {
        return db.sql(
                        """
                        SELECT payment_id FROM payment
                        WHERE region_id = :region AND task_due_at IS NULL AND (
                            (state = 'INTENT' AND held_until <= :now)
                            OR (state = 'DEFERRED_DUE' AND market_day <= :last)
                            OR (state = 'AUTHORIZED' AND capture_before <= :limit))
                        ORDER BY changed_at, payment_id LIMIT :most
                        """)
                .bind("region", region.value())
                .bind("now", time(now))
                .bind("last", lastDay)
                .bind("limit", time(runningOut))
                .bind("most", most)
                .map(row -> new PaymentId(get(row, "payment_id", UUID.class)))
                .all();
    }
}
