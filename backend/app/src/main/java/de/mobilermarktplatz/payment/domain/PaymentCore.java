package de.mobilermarktplatz.payment.domain;

import java.util.List;

/**
 * Every decision about online payments, in one pure function. What is wanted follows from how the
 * payment, its order and its refunds stand, not from which news came first: so news may come twice,
 * late and in any order, and a lost answer is looked up, never guessed.
 */
public final class PaymentCore {

    private PaymentCore() {}

    /**
     * Decides about one event.
     *
     * @return what is to be written, first the payment itself when it changed; at most one {@link
     *     Effect.Call}, the last
     */
    public static List<Effect> step(Standing standing, Event event) {
        Draft draft = new Draft(standing);
        switch (event) {
            case Event.OrderMoved _ -> Settling.settle(draft);
            case Event.PaidOnBoard paid -> Settling.paidOnBoard(draft, paid);
            case Event.OrderEnded _ -> Tasks.undo(draft);
            case Event.CustomerLeft _ -> Tasks.expire(draft);
            case Event.OrderTooLate _ -> {
                Tasks.undo(draft);
                draft.want(new Effect.Tell(Effect.News.TOO_LATE));
            }
            case Event.ClockCame clock -> Deadlines.look(draft, clock.today());
            case Event.TaskDue taken -> Tasks.pursue(draft, taken.task());
            case Event.Hinted hinted -> Tasks.lookAgain(draft, hinted.intent());
            case Event.SaidSession said -> Answers.session(draft, said.seen());
            case Event.SaidIntent said -> Answers.intent(draft, said.seen());
            case Event.Listed listed -> Answers.listed(draft, listed.seen());
            case Event.Refused refused -> Refusals.refused(draft, refused);
            case Event.HasMoved _ -> Tasks.lookAgain(draft, null);
            case Event.TurnedDown no -> Refusals.turnedDown(draft, no);
            case Event.Unknown unknown -> Tasks.later(draft, unknown.why());
            case Event.RefundWanted wanted -> Refunding.wanted(draft, wanted);
            case Event.RefundDue taken -> Refunding.due(draft, taken.refund());
            case Event.SaidRefund said -> Refunding.paid(draft, said.refund(), said.seen());
            case Event.ListedRefunds listed -> Refunding.listed(draft, listed);
            case Event.RefundUnknown unknown -> Refunding.later(draft, unknown.refund());
        }
        if (draft.state != standing.payment().state()) {
            goOn(draft);
        }
        Tasks.tidy(draft);
        return draft.effects();
    }

    /**
     * Undoing may find a payment that completed meanwhile: its next step follows at once. Where
     * nothing is held any more, somebody may have the goods all the same.
     */
    private static void goOn(Draft draft) {
        switch (draft.state) {
            case VOIDED, CAPTURE_FAILED, DECLINED, NEEDS_CUSTOMER -> Settling.settle(draft);
            default -> {
                if (draft.isDue(Task.VOID) && !draft.calls()) {
                    Tasks.pursue(draft, Task.VOID);
                }
            }
        }
    }
}
