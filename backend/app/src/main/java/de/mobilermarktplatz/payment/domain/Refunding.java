package de.mobilermarktplatz.payment.domain;

import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.payment.PaymentState;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Money back: each wanted refund once, together never more than was taken. */
final class Refunding {

    private Refunding() {}

    static void wanted(Draft draft, Event.RefundWanted wanted) {
        boolean fits =
                draft.state == PaymentState.CAPTURED
                        && wanted.amount().isPositive()
                        && wanted.amount().compareTo(draft.captured.minus(draft.refundsAsked()))
                                <= 0;
        if (fits && draft.standing().refund(wanted.refund()) == null) {
            boolean known = draft.order == null || draft.order.done();
            draft.askRefund(
                    wanted.refund(),
                    wanted.amount(),
                    known ? Standing.Why.WANTED : Standing.Why.ADVANCE);
        }
    }

    static void due(Draft draft, UUID id) {
        Standing.@Nullable Refund refund = open(draft, id);
        if (refund != null && draft.intent != null) {
            // Our books may have gone back, and somebody may have paid it by hand: look first.
            draft.call(new Effect.LookUpRefunds(id, draft.intent));
        }
    }

    private static void create(Draft draft, Standing.Refund refund, String intent) {
        draft.call(
                new Effect.CreateRefund(refund.id(), "re:" + refund.id(), intent, refund.amount()));
    }

    /** Stripe may have forgotten the key, but never the refund. */
    static void listed(Draft draft, Event.ListedRefunds listed) {
        Standing.@Nullable Refund refund = open(draft, listed.refund());
        if (refund == null || draft.intent == null) {
            return;
        }
        Money left = draft.captured;
        for (Seen.Refund seen : listed.seen()) {
            if (refund.id().toString().equals(seen.refund())) {
                paid(draft, refund.id(), seen);
                return;
            }
            left = left.minus(seen.amount());
        }
        if (refund.amount().compareTo(left) > 0) {
            giveUp(draft, refund, null);
        } else {
            create(draft, refund, draft.intent);
        }
    }

    static void turnedDown(Draft draft, UUID id, String why) {
        Standing.@Nullable Refund refund = open(draft, id);
        if (refund != null) {
            giveUp(draft, refund, why);
        }
    }

    /** Somebody gave money back by hand, or the provider will not: a person must look. */
    private static void giveUp(Draft draft, Standing.Refund refund, @Nullable String why) {
        draft.want(new Effect.RefundGivenUp(refund.id()));
        draft.want(new Effect.OpenCase(Effect.CaseKind.NOT_REFUNDED, refund.amount(), why));
    }

    static void paid(Draft draft, UUID id, Seen.Refund seen) {
        Standing.@Nullable Refund refund = open(draft, id);
        if (refund == null) {
            return;
        }
        draft.refunded = draft.refunded.plus(refund.amount());
        if (draft.refunded.equals(draft.captured)) {
            draft.state = PaymentState.REFUNDED;
        }
        draft.want(new Effect.RefundPaid(id, seen.id()));
        draft.book(Effect.Kind.REFUNDED, seen.id(), refund.amount());
        draft.want(new Effect.TellRefunded(id, refund.amount()));
    }

    static void later(Draft draft, UUID id) {
        Standing.@Nullable Refund refund = open(draft, id);
        if (refund != null) {
            draft.want(
                    new Effect.RefundLater(
                            id, draft.now.plus(Pause.after(Math.max(1, refund.attempts())))));
        }
    }

    private static Standing.@Nullable Refund open(Draft draft, UUID id) {
        Standing.@Nullable Refund refund = draft.standing().refund(id);
        return refund == null || !refund.isOpen() ? null : refund;
    }
}
