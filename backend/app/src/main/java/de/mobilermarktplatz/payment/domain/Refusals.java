package de.mobilermarktplatz.payment.domain;

import de.mobilermarktplatz.payment.PaymentState;

/** The bank said no, or the provider will never do what it was asked. */
final class Refusals {

    private static final int LONGEST_FAILURE = 500;

    private Refusals() {}

    static void refused(Draft draft, Event.Refused refused) {
        if (draft.state == PaymentState.DEFERRED_DUE) {
            declined(draft, refused.wantsCustomer());
        } else if (draft.state == PaymentState.CAPTURE_DUE && draft.intent != null) {
            // What is held is given free first: whoever charges again must not take it twice.
            draft.failure = shortened(refused.why());
            draft.call(new Effect.Cancel(draft.intent));
        }
    }

    static void declined(Draft draft, boolean wantsCustomer) {
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

    /** What will never be done is not tried for ever. */
    static void turnedDown(Draft draft, Event.TurnedDown no) {
        switch (no.call()) {
            case Effect.CreateRefund refund ->
                    Refunding.turnedDown(draft, refund.refund(), no.why());
            case Effect.LookUpRefunds refund ->
                    Refunding.turnedDown(draft, refund.refund(), no.why());
            case Effect.CreateIntent _, Effect.Confirm _ -> {
                if (draft.state == PaymentState.DEFERRED_DUE) {
                    declined(draft, false);
                    draft.failure = shortened(no.why());
                }
            }
            case Effect.Capture capture when Settling.isTooLittle(capture.amount()) ->
                    refused(draft, new Event.Refused(false, no.why()));
            case Effect.Capture _,
                    Effect.Cancel _,
                    Effect.Find _,
                    Effect.ExpireSession _,
                    Effect.FindSession _,
                    Effect.LookUp _ -> {
                draft.want(new Effect.OpenCase(Effect.CaseKind.STUCK, draft.asked, no.why()));
                Tasks.later(draft, no.why());
            }
        }
    }
}
