package de.mobilermarktplatz.payment.store;

import static de.mobilermarktplatz.platform.database.Values.time;

import de.mobilermarktplatz.kernel.id.PaymentId;
import de.mobilermarktplatz.kernel.id.RegionId;
import java.time.InstantSource;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The one step of a payment that a customer takes: guarded, true for exactly one window. */
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
        return db.sql(
                        """
                        UPDATE payment SET session_id = :session, changed_at = :now
                        WHERE region_id = :region AND payment_id = :payment AND session_id IS NULL AND state = 'INTENT'
                        """)
                .bind("region", region.value())
                .bind("payment", id.value())
                .bind("session", session)
                .bind("now", time(clock.instant()))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }
}
