package de.mobilermarktplatz.payment.domain;

import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.payment.PaymentState;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** What follows from what the provider said when it was asked. */
final class Answers {

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
        if (seen.payment() != null && !seen.payment().equals(draft.id().toString())) {
            return;
        }
        if (draft.intent != null && !draft.intent.equals(seen.id())) {
            stray(draft, seen);
            return;
        }
        switch (seen.status()) {
            case OPEN -> open(draft, seen);
            case REFUSED, WANTS_CUSTOMER -> {
                if (draft.state == PaymentState.DEFERRED_DUE) {
                    Refusals.declined(draft, seen.status() == Seen.IntentStatus.WANTS_CUSTOMER);
                }
            }
            case HELD -> MoneyAtIntent.held(draft, seen);
            case TAKEN -> MoneyAtIntent.taken(draft, seen);
            case CANCELLED -> MoneyAtIntent.cancelled(draft, seen);
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
}
