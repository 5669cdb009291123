package de.mobilermarktplatz.payment.domain;

import de.mobilermarktplatz.kernel.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What may happen to one payment. Every event may come twice, late and in any order. */
public sealed interface Event {

    /** The order's lines moved at the van: handed over, refused, uncollected. */
    record OrderMoved() implements Event {}

    /** Money was taken on board for an order that a card pays. */
    record PaidOnBoard(UUID operation, Money amount) implements Event {}

    /** The order was cancelled, or its lease is over. */
    record OrderEnded() implements Event {}

    /** The customer rather pays at the van: the Checkout ends. */
    record CustomerLeft() implements Event {}

    /** The card was ready only after the order's lease was over. */
    record OrderTooLate() implements Event {}

    /**
     * Time went by.
     *
     * @param today in the region's time zone
     */
    record ClockCame(LocalDate today) implements Event {}

    /** A worker took the task. */
    record TaskDue(Task task) implements Event {}

    /**
     * A webhook or a person says that something may have happened at the provider.
     *
     * @param intent which one; null when nobody said
     */
    record Hinted(@Nullable String intent) implements Event {}

    /** The provider's Checkout session, just fetched. */
    record SaidSession(Seen.Session seen) implements Event {}

    /** The provider's intent, just fetched or the answer to a change. */
    record SaidIntent(Seen.Intent seen) implements Event {}

    /** The answer to {@link Effect.LookUp}: whatever carries this payment's id. */
    record Listed(List<Seen.Intent> seen) implements Event {
        public Listed {
            seen = List.copyOf(seen);
        }
    }

    /** The issuer said no to a confirmation or a capture. */
    record Refused(boolean wantsCustomer, String why) implements Event {}

    /** The provider's object was in another state than the change needs: look at it again. */
    record HasMoved() implements Event {}

    /** The provider will never do what it was asked. */
    record TurnedDown(Effect.Call call, String why) implements Event {}

    /** Nobody knows whether the last request arrived. */
    record Unknown(String why) implements Event {}

    /** Somebody wants money to go back. */
    record RefundWanted(UUID refund, Money amount) implements Event {}

    /** A worker took a wanted refund. */
    record RefundDue(UUID refund) implements Event {}

    /** The provider paid a refund. */
    record SaidRefund(UUID refund, Seen.Refund seen) implements Event {}

    /** The answer to {@link Effect.LookUpRefunds}: all refunds of the intent. */
    record ListedRefunds(UUID refund, List<Seen.Refund> seen) implements Event {
        public ListedRefunds {
            seen = List.copyOf(seen);
        }
    }

    /** Nobody knows whether the refund's request arrived. */
    record RefundUnknown(UUID refund, String why) implements Event {}
}
