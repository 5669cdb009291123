package de.mobilermarktplatz.payment.store;

import static de.mobilermarktplatz.platform.database.Values.get;
import static de.mobilermarktplatz.platform.database.Values.time;

import de.mobilermarktplatz.kernel.id.PaymentId;
import de.mobilermarktplatz.kernel.id.RegionId;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.payment.LedgerSums;
import de.mobilermarktplatz.payment.domain.Effect;
import java.time.InstantSource;
import java.time.LocalDate;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The append-only book of what happened at Stripe. */
@Component
public class LedgerStore {

    private final DatabaseClient db;
    private final InstantSource clock;

    LedgerStore(DatabaseClient db, InstantSource clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Books once per object of Stripe; nothing is booked for nothing. */
    public Mono<Void> book(
            RegionId region, PaymentId payment, Effect.Kind kind, String providerId, Money amount) {
        if (amount.cents() == 0) {
            return Mono.empty();
        }
        return db.sql(
                        """
                        INSERT INTO payment_entry (region_id, provider_id, kind, payment_id, cents, booked_at)
                        VALUES (:region, :provider, :kind, :payment, :cents, :now)
                        ON CONFLICT (region_id, provider_id, kind) DO NOTHING
                        """)
                .bind("region", region.value())
                .bind("provider", providerId)
                .bind("kind", kind.name())
                .bind("payment", payment.value())
                .bind("cents", amount.cents())
                .bind("now", time(clock.instant()))
                .then();
    }

    public Mono<LedgerSums> ofDay(RegionId region, LocalDate day) {
        return db.sql(
                        """
                        SELECT coalesce(sum(e.cents) FILTER (WHERE e.kind = 'AUTHORISED'), 0)::bigint AS authorised,
                            coalesce(sum(e.cents) FILTER (WHERE e.kind = 'CAPTURED'), 0)::bigint AS captured,
                            coalesce(sum(e.cents) FILTER (WHERE e.kind = 'RELEASED'), 0)::bigint AS released,
                            coalesce(sum(e.cents) FILTER (WHERE e.kind = 'REFUNDED'), 0)::bigint AS refunded
                        FROM payment p
                        JOIN payment_entry e ON e.region_id = p.region_id AND e.payment_id = p.payment_id
                        WHERE p.region_id = :region AND p.market_day = :day
                        """)
                .bind("region", region.value())
                .bind("day", day)
                .map(
                        row ->
                                new LedgerSums(
                                        new Money(get(row, "authorised", Long.class)),
                                        new Money(get(row, "captured", Long.class)),
                                        new Money(get(row, "released", Long.class)),
                                        new Money(get(row, "refunded", Long.class))))
                .one();
    }
}
