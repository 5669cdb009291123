package de.mobilermarktplatz.simulation.provider;

import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.payment.domain.Effect;
import de.mobilermarktplatz.payment.domain.Payment;
import de.mobilermarktplatz.payment.domain.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** All that the books hold of one payment; a value, so that a database can go back. */
public record PayRow(
        Payment payment,
        List<Standing.OnBoard> onBoard,
        List<Standing.Refund> refunds,
        Money booked,
        int cases) {

    public static PayRow of(Payment payment) {
        return new PayRow(payment, List.of(), List.of(), Money.ZERO, 0);
    }

    PayRow with(Payment next) {
        return new PayRow(next, onBoard, refunds, booked, cases);
    }

    /** After one effect; calls and messages change nothing here. */
    PayRow after(Effect effect, Instant now) {
        return switch (effect) {
            case Effect.Move move -> with(move.to());
            case Effect.KeepOnBoard keep -> {
                var more = new ArrayList<>(onBoard);
                if (more.stream().noneMatch(one -> one.operation().equals(keep.operation()))) {
                    more.add(new Standing.OnBoard(keep.operation(), keep.amount()));
                }
                yield new PayRow(payment, more, refunds, booked, cases);
            }
            case Effect.AskRefund ask -> {
                var more = new ArrayList<>(refunds);
                if (more.stream().noneMatch(one -> one.id().equals(ask.refund()))) {
                    more.add(
                            new Standing.Refund(
                                    ask.refund(), ask.amount(), ask.why(), false, false, now, 0));
                }
                yield new PayRow(payment, onBoard, more, booked, cases);
            }
            case Effect.RefundPaid paid ->
                    new PayRow(
                            payment,
                            onBoard,
                            refunds.stream()
                                    .map(one -> one.id().equals(paid.refund()) ? paid(one) : one)
                                    .toList(),
                            booked,
                            cases);
            case Effect.BookLedger book when book.kind() == Effect.Kind.CAPTURED ->
                    new PayRow(payment, onBoard, refunds, book.amount(), cases);
            case Effect.RefundGivenUp up ->
                    new PayRow(
                            payment,
                            onBoard,
                            refunds.stream()
                                    .map(one -> one.id().equals(up.refund()) ? givenUp(one) : one)
                                    .toList(),
                            booked,
                            cases);
            case Effect.OpenCase open when open.kind() == Effect.CaseKind.STUCK -> this;
            case Effect.OpenCase _ -> new PayRow(payment, onBoard, refunds, booked, cases + 1);
            default -> this;
        };
    }

    private static Standing.Refund givenUp(Standing.Refund one) {
        return new Standing.Refund(
                one.id(), one.amount(), one.why(), false, true, one.askedAt(), one.attempts());
    }

    private static Standing.Refund paid(Standing.Refund one) {
        return new Standing.Refund(
                one.id(), one.amount(), one.why(), true, false, one.askedAt(), one.attempts());
    }

    /** Claimed by a worker: due again if nothing comes of it. */
    PayRow claimed(Instant again) {
        var due = payment.due();
        return with(due(new Payment.Due(due.task(), again, due.attempts() + 1)));
    }

    private Payment due(Payment.Due due) {
        var p = payment;
        return new Payment(
                p.id(),
                p.order(),
                p.parent(),
                p.marketDay(),
                p.checkout(),
                p.state(),
                p.asked(),
                p.heldUntil(),
                p.session(),
                p.customer(),
                p.method(),
                p.intent(),
                p.attemptedAt(),
                p.authorised(),
                p.captureBefore(),
                p.finalAmount(),
                p.captured(),
                p.refunded(),
                p.failure(),
                due,
                p.createdAt());
    }

    /** With the Checkout session it was begun with. */
    static Payment withSession(Payment p, String session) {
        return new Payment(
                p.id(),
                p.order(),
                p.parent(),
                p.marketDay(),
                p.checkout(),
                p.state(),
                p.asked(),
                p.heldUntil(),
                session,
                p.customer(),
                p.method(),
                p.intent(),
                p.attemptedAt(),
                p.authorised(),
                p.captureBefore(),
                p.finalAmount(),
                p.captured(),
                p.refunded(),
                p.failure(),
                p.due(),
                p.createdAt());
    }
}
