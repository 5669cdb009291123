package de.mobilermarktplatz.payment.domain;

import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.payment.PaymentState;

/** Money at the payment's own intent: held, taken, or given free. */
final class MoneyAtIntent {

    private MoneyAtIntent() {}

    static void held(Draft draft, Seen.Intent seen) {
        switch (draft.state) {
            case INTENT, DEFERRED_DUE -> {
                boolean atCheckout = draft.state == PaymentState.INTENT;
                draft.state = PaymentState.AUTHORIZED;
                draft.captureBefore = seen.captureBefore();
                known(draft, seen);
                if (atCheckout) {
                    draft.want(new Effect.ConfirmOrder());
                }
                Settling.settle(draft);
            }
            case VOIDED, CAPTURE_FAILED, NEEDS_CUSTOMER, DECLINED -> {
                known(draft, seen);
                draft.call(new Effect.Cancel(seen.id()));
            }
            case AUTHORIZED, CAPTURE_DUE, CAPTURED, REFUNDED -> {}
        }
    }

    private static void known(Draft draft, Seen.Intent seen) {
        draft.intent = seen.id();
        draft.authorised = seen.amount();
        if (seen.customer() != null && seen.method() != null) {
            draft.customer = seen.customer();
            draft.method = seen.method();
        }
        draft.book(Effect.Kind.AUTHORISED, seen.id(), seen.amount());
    }

    static void taken(Draft draft, Seen.Intent seen) {
        if (draft.state == PaymentState.CAPTURED || draft.state == PaymentState.REFUNDED) {
            Money notOurs = seen.refunded().minus(draft.refundsAsked());
            if (notOurs.isPositive()) {
                // Somebody gave it back by hand, perhaps months later.
                draft.want(new Effect.OpenCase(Effect.CaseKind.DIFFERENCE, notOurs));
            }
            return;
        }
        boolean over = draft.state == PaymentState.VOIDED;
        if (draft.state == PaymentState.INTENT) {
            draft.want(new Effect.ConfirmOrder());
        }
        draft.state = PaymentState.CAPTURED;
        draft.captured = seen.received();
        draft.captureBefore = null;
        draft.failure = null;
        known(draft, seen);
        draft.book(Effect.Kind.CAPTURED, seen.id(), seen.received());
        draft.book(Effect.Kind.RELEASED, seen.id(), seen.amount().minus(seen.received()));
        draft.want(new Effect.TellCaptured(seen.received()));
        if (over && (draft.order == null || draft.order.ended() || !draft.order.byCard())) {
            Tasks.undo(draft);
        } else {
            Settling.settle(draft);
        }
    }

    /**
     * On purpose where nothing was to be taken; otherwise the hold ran out before the van came
     * home.
     */
    static void cancelled(Draft draft, Seen.Intent seen) {
        if (draft.state == PaymentState.INTENT) {
            // Held and given free before our books heard of it: they went back, or nobody told.
            known(draft, seen);
        }
        draft.book(Effect.Kind.RELEASED, seen.id(), draft.authorised);
        switch (draft.state) {
            case INTENT, AUTHORIZED, CAPTURE_DUE -> {
                boolean over = isOver(draft);
                draft.state = over ? PaymentState.VOIDED : PaymentState.CAPTURE_FAILED;
                draft.captureBefore = null;
                if (over) {
                    draft.failure = "released";
                } else if (draft.failure == null) {
                    draft.failure = "the authorisation ran out";
                }
            }
            case DEFERRED_DUE -> Refusals.declined(draft, false);
            default -> {}
        }
    }

    private static boolean isOver(Draft draft) {
        OrderFacts order = draft.order;
        return order == null
                || order.ended()
                || draft.isDue(Task.VOID)
                || (draft.finalAmount != null && draft.finalAmount.isZero());
    }
}
