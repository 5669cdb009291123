package de.mobilermarktplatz.payment.store;

import static de.mobilermarktplatz.platform.database.Values.get;
import static de.mobilermarktplatz.platform.database.Values.nullable;
import static de.mobilermarktplatz.platform.database.Values.time;

import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.kernel.id.PaymentId;
import de.mobilermarktplatz.kernel.id.RegionId;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.payment.domain.Effect;
import de.mobilermarktplatz.payment.domain.Payment;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The table {@code payment_case}: what the office must settle because no card can. */
@Component("paymentCaseStore")
public class CaseStore {

    private static final int LONGEST_DETAIL = 500;

    private final DatabaseClient db;

    CaseStore(DatabaseClient db) {
        this.db = db;
    }

    /** Opened once per payment, kind and amount. */
    public Mono<Void> open(RegionId region, Payment payment, Effect.OpenCase what, Instant now) {
        return open(region, payment.id(), payment.order(), what, now);
    }

    /** The nightly proof found a difference; the payment may be one that we do not know. */
    public Mono<Void> difference(RegionId region, PaymentId payment, Money amount, Instant now) {
        return open(
                region,
                payment,
                null,
                new Effect.OpenCase(Effect.CaseKind.DIFFERENCE, amount),
                now);
    }

    /** The same for a payment that may never have been made. */
    public Mono<Void> open(
            RegionId region,
            PaymentId payment,
            @Nullable OrderId order,
            Effect.CaseKind kind,
            Money amount,
            Instant now) {
        return open(region, payment, order, new Effect.OpenCase(kind, amount), now);
    }

    private Mono<Void> open(
            RegionId region,
            PaymentId payment,
            @Nullable OrderId order,
            Effect.OpenCase what,
            Instant now) {
        String of = what.kind() + ":" + payment + ":" + what.amount().cents();
        return db.sql(
                        """
                        INSERT INTO payment_case (region_id, case_id, kind, payment_id, order_id, detail, created_at)
                        VALUES (:region, :case, :kind, :payment,
                            coalesce(:order, (SELECT order_id FROM payment WHERE region_id = :region AND payment_id = :payment)),
                            :detail, :now)
                        ON CONFLICT DO NOTHING
                        """)
                .bind("region", region.value())
                .bind("case", UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.UTF_8)))
                .bind("kind", what.kind().name())
                .bind("payment", payment.value())
                .bind("order", nullable(UUID.class, order == null ? null : order.value()))
                .bind("detail", detail(what))
                .bind("now", time(now))
                .then();
    }

    /** Whether the office was told of a payment. */
    public Mono<Boolean> isOpen(RegionId region, PaymentId payment) {
        return db.sql(
                        "SELECT count(*) AS cases FROM payment_case WHERE region_id = :region AND payment_id = :payment")
                .bind("region", region.value())
                .bind("payment", payment.value())
                .map(row -> get(row, "cases", Long.class) > 0)
                .one();
    }

    private static String detail(Effect.OpenCase what) {
        String why = what.why();
        String own = ownWords(what);
        String all = why == null ? own : own + " Antwort des Zahlungsdienstes: " + why;
        return all.length() > LONGEST_DETAIL ? all.substring(0, LONGEST_DETAIL) : all;
    }

    private static String ownWords(Effect.OpenCase what) {
        String euros = what.amount().toString().replace('.', ',') + " Euro";
        return switch (what.kind()) {
            case SHORT -> euros + " fehlen für übergebene Waren.";
            case TOO_MUCH -> euros + " wurden zu viel bezahlt.";
            case CHARGE_REFUSED -> euros + " wurden von der hinterlegten Karte nicht bezahlt.";
            case DIFFERENCE ->
                    "Das Zahlungskonto und unser Buch weichen um " + euros + " voneinander ab.";
            case STUCK ->
                    "Ein Auftrag über "
                            + euros
                            + " wurde beim Zahlungsdienst noch nicht ausgeführt.";
            case NOT_REFUNDED ->
                    euros
                            + " sollten zurück, aber beim Zahlungsdienst ist nicht mehr so viel übrig.";
            case OVER_LIMIT -> euros + " auf Rechnung überschreiten die vereinbarte Grenze.";
        };
    }
}
