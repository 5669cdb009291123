package de.mobilermarktplatz.payment.domain;

import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.payment.PaymentState;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which request a due task needs next, and when a task is done. */
final class Tasks {

    /** Stripe forgets keys after 24 hours; past this age nothing is ever created blindly again. */
    private static final Duration TRUST_KEYS = Duration.ofHours(20);

    private Tasks() {}

    /** Undo takes the place of any other task. */
    static void undo(Draft draft) {
        if (!isOver(draft.state)) {
            draft.due(Task.VOID);
        }
    }

    static void pursue(Draft draft, Task task) {
        if (!draft.isDue(task)) {
            return;
        }
        switch (task) {
            case EXPIRE -> expire(draft);
            case AUTHORISE -> authorise(draft);
            case CAPTURE -> capture(draft);
            case VOID -> takeBack(draft);
        }
    }

    static void expire(Draft draft) {
        String session = draft.was.session();
        if (draft.state != PaymentState.INTENT) {
            return;
        }
        if (session == null) {
            draft.state = PaymentState.VOIDED;
            draft.failure = "checkout never began";
        } else {
            draft.call(new Effect.ExpireSession(session));
        }
    }

    private static void authorise(Draft draft) {
        OrderFacts order = draft.order;
        if (draft.state != PaymentState.DEFERRED_DUE) {
            return;
        }
        if (!draft.isCharge()
                && (order == null || order.ended() || !order.byCard() || order.total().isZero())) {
            forget(draft);
            return;
        }
        Instant since = draft.attemptedAt;
        if (draft.intent != null) {
            draft.call(new Effect.Confirm(draft.intent));
        } else if (since != null && draft.now.isBefore(since.plus(TRUST_KEYS))) {
            create(draft);
        } else {
            // The first try of these books need not be the first one ever: they may have gone back.
            draft.call(new Effect.LookUp(draft.id()));
        }
    }

    static void create(Draft draft) {
        if (draft.attemptedAt == null) {
            // What an idempotency key depends on is fixed before its first use.
            OrderFacts order = draft.order;
            draft.attemptedAt = draft.now;
            // Goods that were left behind may be collected after all, up to what was agreed.
            if (order != null && !order.done() && !draft.isCharge()) {
                draft.asked = order.total();
            }
        }
        draft.call(new Effect.CreateIntent("pi:" + draft.id()));
    }

    private static void capture(Draft draft) {
        Money amount = draft.finalAmount;
        if (draft.state != PaymentState.CAPTURE_DUE || draft.intent == null || amount == null) {
            return;
        }
        draft.call(
                amount.isZero()
                        ? new Effect.Cancel(draft.intent)
                        : new Effect.Capture(draft.intent, amount));
    }

    private static void takeBack(Draft draft) {
        switch (draft.state) {
            case INTENT -> expire(draft);
            case DEFERRED_DUE -> forget(draft);
            case AUTHORIZED, CAPTURE_DUE -> cancel(draft);
            case CAPTURE_FAILED -> draft.state = PaymentState.VOIDED;
            case CAPTURED -> {
                Money left = draft.captured.minus(draft.refundsAsked());
                if (left.isPositive()) {
                    draft.askRefund(draft.idOf("undo"), left, Standing.Why.UNDO);
                }
            }
            case NEEDS_CUSTOMER, DECLINED, VOIDED, REFUNDED -> {}
        }
    }

    /** Nothing was held; an intent that nobody confirmed is cancelled before it is forgotten. */
    private static void forget(Draft draft) {
        if (draft.intent != null) {
            draft.due = new Payment.Due(Task.VOID, draft.now, attempts(draft));
            cancel(draft);
            return;
        }
        draft.state = PaymentState.VOIDED;
        draft.failure = "the order ended before the card was charged";
    }

    private static void cancel(Draft draft) {
        if (draft.intent != null) {
            draft.call(new Effect.Cancel(draft.intent));
        }
    }

    static void lookAgain(Draft draft, @Nullable String hinted) {
        String session = draft.was.session();
        boolean mayComplete =
                draft.state == PaymentState.INTENT || draft.state == PaymentState.VOIDED;
        if (hinted != null) {
            draft.call(new Effect.Find(hinted));
        } else if (draft.intent != null) {
            draft.call(new Effect.Find(draft.intent));
        } else if (session != null && mayComplete) {
            draft.call(new Effect.FindSession(session));
        }
    }

    static void later(Draft draft, String why) {
        if (draft.due != null) {
            if (draft.due.attempts() >= Pause.MANY_TRIES) {
                draft.want(new Effect.OpenCase(Effect.CaseKind.STUCK, draft.asked, why));
            }
            int attempts = Math.max(1, draft.due.attempts());
            Instant at = draft.now.plus(Pause.after(attempts));
            draft.due = new Payment.Due(draft.due.task(), at, attempts);
        }
    }

    /** A task that is done is forgotten; one that was not even begun by this step stays. */
    static void tidy(Draft draft) {
        Payment.@Nullable Due due = draft.due;
        if (due == null || draft.calls()) {
            return;
        }
        boolean done =
                switch (due.task()) {
                    case EXPIRE -> draft.state != PaymentState.INTENT;
                    case AUTHORISE -> draft.state != PaymentState.DEFERRED_DUE;
                    case CAPTURE -> draft.state != PaymentState.CAPTURE_DUE;
                    case VOID -> isOver(draft.state) || isGivenBack(draft);
                };
        if (done) {
            draft.due = null;
        }
    }

    private static boolean isGivenBack(Draft draft) {
        return draft.state == PaymentState.CAPTURED
                && draft.refundsAsked().compareTo(draft.captured) >= 0;
    }

    private static boolean isOver(PaymentState state) {
        return switch (state) {
            case VOIDED, REFUNDED, DECLINED, NEEDS_CUSTOMER -> true;
            case INTENT, DEFERRED_DUE, AUTHORIZED, CAPTURE_DUE, CAPTURED, CAPTURE_FAILED -> false;
        };
    }

    private static int attempts(Draft draft) {
        return draft.due == null ? 0 : draft.due.attempts();
    }
}
