package de.mobilermarktplatz.payment.domain;

import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.kernel.id.PaymentId;
import de.mobilermarktplatz.kernel.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** One order's payments: database, workers and a bad line to Stripe, in one thread. */
final class PaymentWorld {

    private static final Duration LEASE = Duration.ofMinutes(2);
    static final Money TOTAL = new Money(2_465);

    final SimulatedStripe stripe = new SimulatedStripe();
    final Map<PaymentId, Payment> payments = new LinkedHashMap<>();
    final Map<String, Money> ledger = new LinkedHashMap<>();
    final List<Effect.OpenCase> cases = new ArrayList<>();
    private final Map<UUID, Standing.Refund> refunds = new LinkedHashMap<>();
    private final Map<UUID, PaymentId> refundOf = new LinkedHashMap<>();
    private final Map<UUID, Instant> refundDue = new LinkedHashMap<>();
    private final List<Standing.OnBoard> onBoard = new ArrayList<>();
    private final Deque<PaymentId> webhooks = new ArrayDeque<>();
    private final RandomGenerator random;

    /** Of a hundred calls so many get lost on the way, and as many on the way back. */
    int lost;

    OrderFacts order = new OrderFacts(false, false, true, TOTAL);
    Instant now = Instant.parse("2026-05-04T08:00:00Z");
    final PaymentId main = new PaymentId(new UUID(1, 1));

    PaymentWorld(RandomGenerator random, boolean savedCard) {
        this.random = random;
        OrderId of = new OrderId(new UUID(2, 2));
        LocalDate day = LocalDate.of(2026, 5, 7);
        Instant held = now.plusSeconds(600);
        Payment begun =
                Payment.begun(
                        main,
                        of,
                        day,
                        savedCard ? CheckoutMode.SAVE_CARD : CheckoutMode.AUTHORISE,
                        TOTAL,
                        held,
                        now);
        payments.put(main, begun);
        Seen.Session seen =
                savedCard
                        ? new Seen.Session(
                                "cs", Seen.SessionStatus.COMPLETE, null, null, "cus", "pm")
                        : stripe.complete(begun, now);
        step(main, new Event.SaidSession(seen));
    }

    void orderIs(boolean ended, boolean done, long total) {
        order = new OrderFacts(ended, done, order.byCard(), new Money(total));
        step(main, ended ? new Event.OrderEnded() : new Event.OrderMoved());
    }

    void cash(UUID operation, long cents) {
        step(main, new Event.PaidOnBoard(operation, new Money(cents)));
    }

    void grant(UUID refund, long cents) {
        step(main, new Event.RefundWanted(refund, new Money(cents)));
    }

    Money cashTaken() {
        return Money.sum(onBoard.stream().map(Standing.OnBoard::amount).toList());
    }

    Money granted() {
        return Money.sum(
                refunds.values().stream()
                        .filter(
                                refund ->
                                        refund.why() == Standing.Why.WANTED
                                                || refund.why() == Standing.Why.ADVANCE)
                        .map(Standing.Refund::amount)
                        .toList());
    }

    /** Time goes by; jobs, workers and webhooks do what is due. */
    void work(Duration pause) {
        now = now.plus(pause);
        for (PaymentId id : List.copyOf(payments.keySet())) {
            step(id, new Event.ClockCame(LocalDate.ofInstant(now, ZoneOffset.UTC)));
            Payment.Due due = get(id).due();
            if (due != null && !due.at().isAfter(now)) {
                Payment was = get(id);
                payments.put(
                        id,
                        withDue(
                                was,
                                new Payment.Due(due.task(), now.plus(LEASE), due.attempts() + 1)));
                run(id, new Event.TaskDue(due.task()), 8);
            }
        }
        for (UUID refund : List.copyOf(refundDue.keySet())) {
            if (!refundDue.get(refund).isAfter(now)) {
                refundDue.put(refund, now.plus(LEASE));
                run(refundOf.get(refund), new Event.RefundDue(refund), 8);
            }
        }
        for (int i = random.nextInt(1 + webhooks.size()); i > 0; i--) {
            PaymentId id = webhooks.removeFirst();
            run(id, new Event.Hinted(null), 8);
            if (random.nextInt(4) == 0) {
                webhooks.addLast(id);
            }
        }
    }

    boolean isQuiet() {
        return refundDue.isEmpty()
                && payments.values().stream().allMatch(payment -> payment.due() == null);
    }

    Payment get(PaymentId id) {
        return payments.get(id);
    }

    private void run(PaymentId id, Event event, int left) {
        Effect.Call call = step(id, event);
        if (call == null || left == 0 || random.nextInt(100) < lost / 4) {
            return;
        }
        boolean arrives = random.nextInt(100) >= lost;
        Event answer =
                arrives ? stripe.answer(call, get(id), now) : new Event.Unknown("lost on the way");
        if (arrives) {
            webhooks.addLast(id);
        }
        boolean comesBack = arrives && random.nextInt(100) >= lost;
        run(id, comesBack ? answer : unknown(call), left - 1);
    }

    private static Event unknown(Effect.Call call) {
        return switch (call) {
            case Effect.CreateRefund create -> new Event.RefundUnknown(create.refund(), "lost");
            case Effect.LookUpRefunds lookUp -> new Event.RefundUnknown(lookUp.refund(), "lost");
            default -> new Event.Unknown("lost");
        };
    }

    private Effect.@Nullable Call step(PaymentId id, Event event) {
        Payment payment = get(id);
        boolean own = payment.parent() == null;
        Money extra =
                Money.sum(
                        payments.values().stream()
                                .filter(other -> id.equals(other.parent()))
                                .filter(other -> counts(other))
                                .map(Payment::asked)
                                .toList());
        Standing standing =
                new Standing(
                        payment,
                        order,
                        own ? onBoard : List.of(),
                        refunds.values().stream()
                                .filter(refund -> id.equals(refundOf.get(refund.id())))
                                .toList(),
                        extra,
                        now);
        Effect.Call call = null;
        for (Effect effect : PaymentCore.step(standing, event)) {
            if (effect instanceof Effect.Call one) {
                call = one;
            } else {
                write(id, effect);
            }
        }
        return call;
    }

    private static boolean counts(Payment charge) {
        return switch (charge.state()) {
            case DECLINED, NEEDS_CUSTOMER, VOIDED, REFUNDED -> false;
            default -> true;
        };
    }

    private void write(PaymentId id, Effect effect) {
        switch (effect) {
            case Effect.Move move -> payments.put(id, move.to());
            case Effect.BookLedger book ->
                    ledger.putIfAbsent(book.kind() + " " + book.providerId(), book.amount());
            case Effect.PayAtVan _ ->
                    order = new OrderFacts(order.ended(), order.done(), false, order.total());
            case Effect.OpenCase open -> cases.add(open);
            case Effect.KeepOnBoard keep ->
                    onBoard.add(new Standing.OnBoard(keep.operation(), keep.amount()));
            case Effect.AskRefund ask -> {
                if (refundOf.putIfAbsent(ask.refund(), id) == null) {
                    refunds.put(
                            ask.refund(),
                            new Standing.Refund(
                                    ask.refund(), ask.amount(), ask.why(), false, false, now, 0));
                    refundDue.put(ask.refund(), now);
                }
            }
            case Effect.RefundPaid paid -> {
                Standing.Refund was = refunds.get(paid.refund());
                refunds.put(
                        paid.refund(),
                        new Standing.Refund(
                                was.id(), was.amount(), was.why(), true, false, was.askedAt(), 1));
                refundDue.remove(paid.refund());
            }
            case Effect.RefundGivenUp up -> {
                Standing.Refund was = refunds.get(up.refund());
                refunds.put(
                        up.refund(),
                        new Standing.Refund(
                                was.id(), was.amount(), was.why(), false, true, was.askedAt(), 1));
                refundDue.remove(up.refund());
            }
            case Effect.RefundLater later -> refundDue.put(later.refund(), later.at());
            case Effect.StartCharge start ->
                    payments.putIfAbsent(start.charge().id(), start.charge());
            case Effect.ConfirmOrder _,
                    Effect.Tell _,
                    Effect.TellCaptured _,
                    Effect.TellRefunded _,
                    Effect.Call _ -> {}
        }
    }

    static Payment withDue(Payment was, Payment.Due due) {
        return new Payment(
                was.id(),
                was.order(),
                was.parent(),
                was.marketDay(),
                was.checkout(),
                was.state(),
                was.asked(),
                was.heldUntil(),
                was.session(),
                was.customer(),
                was.method(),
                was.intent(),
                was.attemptedAt(),
                was.authorised(),
                was.captureBefore(),
                was.finalAmount(),
                was.captured(),
                was.refunded(),
                was.failure(),
                due,
                was.createdAt());
    }
}
