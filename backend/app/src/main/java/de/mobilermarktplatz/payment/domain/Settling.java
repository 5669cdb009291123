package de.mobilermarktplatz.payment.domain;

import de.mobilermarktplatz.kernel.id.PaymentId;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.payment.PaymentState;

/**
 * What the card owes for an order that is done: goods and deposit as delivered, less what was paid
 * on board, never more than was authorised. Too much goes back; too little is charged to the saved
 * card, or is an office case.
 */
final class Settling {

    /** Stripe's least charge in euros. */
    private static final Money LEAST_CHARGE = new Money(50);

    private Settling() {}

    /** Whether Stripe lets nobody take so little. */
    static boolean isTooLittle(Money amount) {
        return amount.compareTo(LEAST_CHARGE) < 0;
    }

    static void paidOnBoard(Draft draft, Event.PaidOnBoard paid) {
        boolean known =
                draft.standing().onBoard().stream()
                        .anyMatch(before -> before.operation().equals(paid.operation()));
        if (!known && paid.amount().isPositive()) {
            draft.want(new Effect.KeepOnBoard(paid.operation(), paid.amount()));
            draft.onBoard = draft.onBoard.plus(paid.amount());
        }
        settle(draft);
    }

    static void settle(Draft draft) {
        OrderFacts order = draft.order;
        if (order == null || order.ended() || !order.done() || draft.isCharge()) {
            return;
        }
        switch (draft.state) {
            case AUTHORIZED, CAPTURE_DUE -> captureDue(draft, order);
            case CAPTURED, REFUNDED -> balance(draft, order);
            case VOIDED, CAPTURE_FAILED, DECLINED, NEEDS_CUSTOMER -> {
                if (order.byCard()) {
                    unheld(draft, order);
                }
            }
            case INTENT, DEFERRED_DUE -> {}
        }
    }

    /**
     * A capture under way may still take the amount it was sent with: what was really taken is
     * balanced afterwards.
     */
    static void captureDue(Draft draft, OrderFacts order) {
        Money owed = owed(draft, order);
        boolean onItsWay = draft.state == PaymentState.CAPTURE_DUE && !draft.isDue(Task.VOID);
        if (onItsWay && owed.equals(draft.finalAmount)) {
            return;
        }
        draft.state = PaymentState.CAPTURE_DUE;
        draft.finalAmount = owed;
        draft.due(Task.CAPTURE);
    }

    private static Money owed(Draft draft, OrderFacts order) {
        return order.total().minus(draft.onBoard).max(Money.ZERO).min(draft.authorised);
    }

    /**
     * An order may be handed over that had become smaller before its card was asked: the van had
     * not heard of it. Nobody agreed to pay more by card than that, so a person sees to the rest.
     */
    private static void beyondTheAgreed(Draft draft, OrderFacts order) {
        Money promised = draft.standing().asked(Standing.Why.WANTED);
        Money beyond = order.total().minus(draft.onBoard).minus(promised).minus(draft.authorised);
        if (beyond.isPositive()) {
            draft.want(new Effect.OpenCase(Effect.CaseKind.SHORT, beyond));
        }
    }

    private static void balance(Draft draft, OrderFacts order) {
        beyondTheAgreed(draft, order);
        Standing standing = draft.standing();
        Money taken = draft.captured.plus(standing.extra());
        Money promised = standing.asked(Standing.Why.WANTED);
        Money wanted = order.total().minus(draft.onBoard).minus(promised).max(Money.ZERO);
        Money tooMuch = taken.minus(draft.refundsAsked()).minus(wanted);
        if (tooMuch.isPositive()) {
            giveBack(draft, tooMuch);
        } else {
            // What a person granted is never charged again.
            Money given =
                    standing.asked(Standing.Why.TOO_MUCH).plus(standing.asked(Standing.Why.UNDO));
            tooLittle(draft, owed(draft, order).minus(taken).plus(given));
        }
    }

    private static void giveBack(Draft draft, Money tooMuch) {
        Money left = draft.captured.minus(draft.refundsAsked());
        Money back = tooMuch.min(left);
        if (back.isPositive()) {
            draft.askRefund(
                    draft.idOf("too much after " + draft.refundsAsked()),
                    back,
                    Standing.Why.TOO_MUCH);
        }
        if (tooMuch.compareTo(back) > 0) {
            draft.want(new Effect.OpenCase(Effect.CaseKind.TOO_MUCH, tooMuch.minus(back)));
        }
    }

    /** Cash came after the other charge, which has a life of its own. */
    private static void paidTwice(Draft draft, Money tooMuch) {
        if (draft.captured.isZero()
                && tooMuch.isPositive()
                && draft.standing().extra().isPositive()) {
            draft.want(new Effect.OpenCase(Effect.CaseKind.TOO_MUCH, tooMuch));
        }
    }

    /** Without a hold there never was an amount that the customer agreed to. */
    private static void unheld(Draft draft, OrderFacts order) {
        Money missing = order.total().minus(draft.onBoard);
        if (draft.authorised.isPositive()) {
            beyondTheAgreed(draft, order);
            tooLittle(draft, owed(draft, order).minus(draft.standing().extra()));
        } else if (missing.isPositive()) {
            draft.want(new Effect.OpenCase(Effect.CaseKind.SHORT, missing));
        }
    }

    /** Nothing is held any more for goods that somebody has. */
    private static void tooLittle(Draft draft, Money missing) {
        if (!missing.isPositive()) {
            paidTwice(draft, missing.negate());
            return;
        }
        String customer = draft.customer;
        String method = draft.method;
        if (customer == null || method == null || isTooLittle(missing)) {
            draft.want(new Effect.OpenCase(Effect.CaseKind.SHORT, missing));
            return;
        }
        draft.want(
                new Effect.StartCharge(
                        Payment.charge(
                                new PaymentId(draft.idOf("more than " + draft.standing().extra())),
                                draft.was.order(),
                                draft.id(),
                                draft.was.marketDay(),
                                missing,
                                customer,
                                method,
                                draft.now)));
    }
}
