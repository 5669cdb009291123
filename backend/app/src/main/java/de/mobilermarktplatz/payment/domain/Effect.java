package de.mobilermarktplatz.payment.domain;

import de.mobilermarktplatz.kernel.id.PaymentId;
import de.mobilermarktplatz.kernel.money.Money;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the core wants done. Everything but a {@link Call} is written in one transaction together; a
 * call goes to the provider after that transaction is committed, at most one per step, and its
 * answer comes back as an event.
 */
public sealed interface Effect {

    /** The payment is now this: state, the provider's ids, amounts, and what is due next. */
    record Move(Payment to) implements Effect {}

    enum Kind {
        AUTHORISED,
        CAPTURED,
        RELEASED,
        REFUNDED
    }

    /** Booked once per provider's object and kind, however often it is wanted. */
    record BookLedger(Kind kind, String providerId, Money amount) implements Effect {}

    /** The order is paid for; what comes of it may be {@link Event.OrderTooLate}. */
    record ConfirmOrder() implements Effect {}

    /** The order is paid on board after all. */
    record PayAtVan() implements Effect {}

    enum News {
        TOO_LATE,
        PAY_AT_VAN,
        CHARGE_REFUSED
    }

    /** A message to the customer. */
    record Tell(News news) implements Effect {}

    /** A fact for the rest of the house: so much was taken. */
    record TellCaptured(Money amount) implements Effect {}

    /** A fact for the rest of the house: so much was given back. */
    record TellRefunded(UUID refund, Money amount) implements Effect {}

    enum CaseKind {
        /** Goods were handed over and nobody may take the money for them any more. */
        SHORT,
        /** More was taken than this payment can give back. */
        TOO_MUCH,
        /** A charge for goods that are gone was refused. */
        CHARGE_REFUSED,
        /** The provider's sums are not the ledger's. */
        DIFFERENCE,
        /** More was put on an account than was agreed. */
        OVER_LIMIT,
        /** The provider turns a request down, or has not answered it for hours. */
        STUCK,
        /** A wanted refund cannot be paid: the provider has not so much left of the charge. */
        NOT_REFUNDED
    }

    /**
     * The office must look; opened once per payment, kind and amount.
     *
     * @param why in the provider's words; null when our own say it all
     */
    record OpenCase(CaseKind kind, Money amount, @Nullable String why) implements Effect {
        public OpenCase(CaseKind kind, Money amount) {
            this(kind, amount, null);
        }
    }

    record KeepOnBoard(UUID operation, Money amount) implements Effect {}

    record AskRefund(UUID refund, Money amount, Standing.Why why) implements Effect {}

    record RefundPaid(UUID refund, String providerId) implements Effect {}

    record RefundLater(UUID refund, Instant at) implements Effect {}

    /** No worker tries it again; the office knows. */
    record RefundGivenUp(UUID refund) implements Effect {}

    /** Another payment, charged to the same card without the customer. */
    record StartCharge(Payment charge) implements Effect {}

    /** A request to the provider. */
    sealed interface Call extends Effect {}

    /**
     * An unconfirmed intent with the payment's id in its metadata: harmless, even twice.
     *
     * @param key idempotency key, the same for every try
     */
    record CreateIntent(String key) implements Call {}

    /** Asks the issuer, off session. */
    record Confirm(String intent) implements Call {}

    record Capture(String intent, Money amount) implements Call {}

    record Cancel(String intent) implements Call {}

    record Find(String intent) implements Call {}

    record ExpireSession(String session) implements Call {}

    record FindSession(String session) implements Call {}

    /** Lists the intents that carry this payment's id, however old. */
    record LookUp(PaymentId payment) implements Call {}

    /**
     * Gives money back.
     *
     * @param key idempotency key, the same for every try
     */
    record CreateRefund(UUID refund, String key, String intent, Money amount) implements Call {}

    /** Lists all refunds of an intent. */
    record LookUpRefunds(UUID refund, String intent) implements Call {}
}
