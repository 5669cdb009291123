package de.mobilermarktplatz.payment.domain;

import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.payment.PaymentState;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** What follows from what the provider said when it was asked. */
final class Answers {

    private static final int LONGEST_FAILURE = 500;

    private Answers() {}

    static void session(Draft draft, Seen.Session seen) {
        switch (seen.status()) {
            case OPEN -> {}
            case EXPIRED -> {
                if (draft.state == PaymentState.INTENT) {
                    draft.state = PaymentState.VOIDED;
                    draft.failure = "checkout not finished";
                }
            }
            case COMPLETE -> completed(draft, seen);
        }
    }

    private static void completed(Draft draft, Seen.Session seen) {
        if (seen.intent() != null) {
            intent(draft, seen.intent());
        } else if (draft.state == PaymentState.INTENT) {
            if (seen.customer() == null || seen.savedMethod() == null) {
                throw new IllegalStateException(
                        "Session "
                                + seen.id()
                                + " is complete but has neither payment nor saved card");
            }
            draft.state = PaymentState.DEFERRED_DUE;
            draft.customer = seen.customer();
            draft.method = seen.savedMethod();
            draft.want(new Effect.ConfirmOrder());
        }
    }

    static void intent(Draft draft, Seen.Intent seen) {
        if (draft.intent != null && !draft.intent.equals(seen.id())) {
            stray(draft, seen);
            return;
        }
        switch (seen.status()) {
            case OPEN -> open(draft, seen);
            case REFUSED, WANTS_CUSTOMER -> {
                if (draft.state == PaymentState.DEFERRED_DUE) {
                    declined(draft, seen.status() == Seen.IntentStatus.WANTS_CUSTOMER);
                }
            }
            case HELD -> held(draft, seen);
            case TAKEN -> taken(draft, seen);
            case CANCELLED -> cancelled(draft, seen);
        }
    }

    /** A second intent of one payment holds or took money nobody wants: it is given free. */
    private static void stray(Draft draft, Seen.Intent seen) {
        Money left = seen.received().minus(seen.refunded());
        switch (seen.status()) {
            case OPEN, REFUSED, WANTS_CUSTOMER, HELD -> draft.call(new Effect.Cancel(seen.id()));
            case TAKEN -> {
                if (left.isPositive()) {
                    UUID id = UUID.nameUUIDFromBytes(seen.id().getBytes(StandardCharsets.UTF_8));
                    draft.call(new Effect.CreateRefund(id, "re:" + id, seen.id(), left));
                }
            }
            case CANCELLED -> {}
        }
    }

    /** The id is kept before anything is confirmed by it. */
    private static void open(Draft draft, Seen.Intent seen) {
        if (draft.state != PaymentState.DEFERRED_DUE) {
            return;
        }
        draft.intent = seen.id();
        if (draft.isDue(Task.AUTHORISE)) {
            draft.call(new Effect.Confirm(seen.id()));
        } else if (draft.isDue(Task.VOID)) {
            draft.call(new Effect.Cancel(seen.id()));
        }
    }

    private static void held(Draft draft, Seen.Intent seen) {
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

    private static void taken(Draft draft, Seen.Intent seen) {
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
    private static void cancelled(Draft draft, Seen.Intent seen) {
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
            case DEFERRED_DUE -> declined(draft, false);
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

    /** Nobody knew whether the first try arrived: the provider's own list does. */
    static void listed(Draft draft, List<Seen.Intent> seen) {
        if (draft.state != PaymentState.DEFERRED_DUE) {
            return;
        }
        seen.stream()
                .filter(one -> draft.id().toString().equals(one.payment()))
                .filter(one -> one.status() != Seen.IntentStatus.CANCELLED)
                .max(Comparator.comparing(Seen.Intent::status))
                .ifPresentOrElse(one -> intent(draft, one), () -> Tasks.create(draft));
    }

    static void refused(Draft draft, Event.Refused refused) {
        if (draft.state == PaymentState.DEFERRED_DUE) {
            declined(draft, refused.wantsCustomer());
        } else if (draft.state == PaymentState.CAPTURE_DUE && draft.intent != null) {
            // What is held is given free first: whoever charges again must not take it twice.
            draft.failure = shortened(refused.why());
            draft.call(new Effect.Cancel(draft.intent));
        }
    }

    private static void declined(Draft draft, boolean wantsCustomer) {
        OrderFacts order = draft.order;
        if (draft.isDue(Task.VOID) || (order != null && order.ended())) {
            draft.state = PaymentState.VOIDED;
            draft.failure = "the order ended before the card was charged";
            return;
        }
        draft.state = wantsCustomer ? PaymentState.NEEDS_CUSTOMER : PaymentState.DECLINED;
        draft.failure = wantsCustomer ? "the bank wants the customer" : "the card was declined";
        if (draft.isCharge()) {
            draft.want(new Effect.Tell(Effect.News.CHARGE_REFUSED));
            draft.want(new Effect.OpenCase(Effect.CaseKind.CHARGE_REFUSED, draft.asked));
        } else if (order == null || !order.done()) {
            // Once the van has been there, nobody comes back to it to pay: that is settled as a
            // case.
            draft.want(new Effect.PayAtVan());
            draft.want(new Effect.Tell(Effect.News.PAY_AT_VAN));
        }
    }

    private static String shortened(String why) {
        return why.length() > LONGEST_FAILURE ? why.substring(0, LONGEST_FAILURE) : why;
    }
}
