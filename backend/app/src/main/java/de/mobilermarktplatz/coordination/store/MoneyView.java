package de.mobilermarktplatz.coordination.store;

import static de.mobilermarktplatz.platform.database.Values.get;

import de.mobilermarktplatz.coordination.domain.CashUp;
import de.mobilermarktplatz.coordination.domain.OnlinePayments;
import de.mobilermarktplatz.coordination.domain.PaymentProof;
import de.mobilermarktplatz.platform.region.Region;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** The way of the money: closed tills and online payments. */
@Component
public class MoneyView {

    private final DatabaseClient db;

    MoneyView(DatabaseClient db) {
        this.db = db;
    }

    /** Closings of the day's tours, and others of that business day, by till and Z number. */
    public Flux<CashUp> cashUps(Region region, LocalDate day) {
        return db.sql(
                        """
                        SELECT c.till_number, c.z_number, coalesce(v.name, '') AS van, c.receipt_count, c.expected_cents,
                          c.counted_cents, c.difference_cents,
                          (SELECT coalesce(sum(r.total_cents), 0)::bigint FROM receipt r WHERE r.region_id = c.region_id
                             AND r.device_id = c.device_id AND r.receipt_no BETWEEN c.first_receipt AND c.last_receipt
                             AND r.kind <> 'CASH_MOVEMENT') AS sales_cents
                        FROM closing c
                        LEFT JOIN tour t ON t.region_id = c.region_id AND t.tour_id = c.tour_id
                        LEFT JOIN van v ON v.region_id = t.region_id AND v.van_id = t.van_id
                        WHERE c.region_id = :region AND coalesce(t.market_day, c.business_day) = :day
                        ORDER BY c.till_number, c.z_number
                        """)
                .bind("region", region.id().value())
                .bind("day", day)
                .map(MoneyView::cashUp)
                .all();
    }

    /** Online payments of the day's orders by state. */
    public Flux<OnlinePayments> online(Region region, LocalDate day) {
        return db.sql(
                        """
                        SELECT state, count(*) AS payments, sum(authorised_cents)::bigint AS authorised,
                          coalesce(sum(final_cents), 0)::bigint AS final, sum(captured_cents)::bigint AS captured,
                          sum(refunded_cents)::bigint AS refunded
                        FROM payment WHERE region_id = :region AND market_day = :day GROUP BY state ORDER BY state
                        """)
                .bind("region", region.id().value())
                .bind("day", day)
                .map(MoneyView::online)
                .all();
    }

    /** The nightly proofs of the last ten days, the newest first. */
    public Flux<PaymentProof> proofs(Region region) {
        return db.sql(
                        """
                        SELECT day, intents, provider_cents, ledger_cents, differences, finished FROM payment_proof
                        WHERE region_id = :region ORDER BY day DESC LIMIT 10
                        """)
                .bind("region", region.id().value())
                .map(
                        row ->
                                new PaymentProof(
                                        get(row, "day", LocalDate.class),
                                        get(row, "intents", Long.class),
                                        get(row, "provider_cents", Long.class),
                                        get(row, "ledger_cents", Long.class),
                                        get(row, "differences", Long.class),
                                        get(row, "finished", Boolean.class)))
                .all();
    }

    private static CashUp cashUp(Readable row) {
        return new CashUp(
                get(row, "till_number", Integer.class),
                get(row, "z_number", Long.class),
                get(row, "van", String.class),
                get(row, "receipt_count", Long.class),
                get(row, "sales_cents", Long.class),
                get(row, "expected_cents", Long.class),
                get(row, "counted_cents", Long.class),
                get(row, "difference_cents", Long.class));
    }

    private static OnlinePayments online(Readable row) {
        return new OnlinePayments(
                get(row, "state", String.class),
                get(row, "payments", Long.class),
                get(row, "authorised", Long.class),
                get(row, "final", Long.class),
                get(row, "captured", Long.class),
                get(row, "refunded", Long.class));
    }
}
