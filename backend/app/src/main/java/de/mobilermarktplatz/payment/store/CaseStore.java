package de.mobilermarktplatz.payment.store;

import static de.mobilermarktplatz.platform.database.Values.nullable;
import static de.mobilermarktplatz.platform.database.Values.time;

import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.kernel.id.RegionId;
import de.mobilermarktplatz.payment.domain.Effect;
import de.mobilermarktplatz.payment.domain.Payment;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The table {@code payment_case}: what the office must settle because no card can. */
@Component("paymentCaseStore")
public class CaseStore {

    private final DatabaseClient db;

    CaseStore(DatabaseClient db) {
        this.db = db;
    }

    /** Opened once per payment, kind and amount. */
    public Mono<Void> open(RegionId region, Payment payment, Effect.OpenCase what, Instant now) {
        String amount = what.amount().toString().replace('.', ',');
        String detail =
                switch (what.kind()) {
                    case SHORT -> amount + " Euro fehlen für übergebene Waren.";
                    case TOO_MUCH -> amount + " Euro wurden zu viel bezahlt.";
                    case CHARGE_REFUSED ->
                            amount + " Euro wurden von der hinterlegten Karte nicht bezahlt.";
                    case DIFFERENCE ->
                            "Das Zahlungskonto und unser Buch weichen um "
                                    + amount
                                    + " Euro voneinander ab.";
                    case OVER_LIMIT ->
                            amount + " Euro auf Rechnung überschreiten die vereinbarte Grenze.";
                };
        OrderId order = payment.order();
        String of = what.kind() + ":" + payment.id() + ":" + what.amount().cents();
        return db.sql(
                        """
                        INSERT INTO payment_case (region_id, case_id, kind, payment_id, order_id, detail, created_at)
                        VALUES (:region, :case, :kind, :payment, :order, :detail, :now) ON CONFLICT DO NOTHING
                        """)
                .bind("region", region.value())
                .bind("case", UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.UTF_8)))
                .bind("kind", what.kind().name())
                .bind("payment", payment.id().value())
                .bind("order", nullable(UUID.class, order == null ? null : order.value()))
                .bind("detail", detail)
                .bind("now", time(now))
                .then();
    }
}
