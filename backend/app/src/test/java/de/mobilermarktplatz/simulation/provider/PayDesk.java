package de.mobilermarktplatz.simulation.provider;

import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.kernel.id.PaymentId;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.ordering.LineState;
import de.mobilermarktplatz.ordering.OrderChanged;
import de.mobilermarktplatz.ordering.OrderHandedOver;
import de.mobilermarktplatz.payment.PaymentState;
import de.mobilermarktplatz.payment.domain.CheckoutMode;
import de.mobilermarktplatz.payment.domain.Effect;
import de.mobilermarktplatz.payment.domain.Event;
import de.mobilermarktplatz.payment.domain.OrderFacts;
import de.mobilermarktplatz.payment.domain.Payment;
import de.mobilermarktplatz.payment.domain.PaymentCore;
import de.mobilermarktplatz.payment.domain.Seen.IntentStatus;
import de.mobilermarktplatz.payment.domain.Standing;
import de.mobilermarktplatz.simulation.db.SimDb;
import de.mobilermarktplatz.simulation.db.Tables;
import de.mobilermarktplatz.simulation.invariants.I7I8Money;
import de.mobilermarktplatz.simulation.mutants.PaymentMutants;
import de.mobilermarktplatz.simulation.people.Goods;
import de.mobilermarktplatz.simulation.world.Broken;
import de.mobilermarktplatz.simulation.world.Dice.Stream;
import de.mobilermarktplatz.simulation.world.Fault;
import de.mobilermarktplatz.simulation.world.Sometimes;
import de.mobilermarktplatz.simulation.world.World;
import de.mobilermarktplatz.sync.domain.OrderWrite;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Online payments: the real {@link PaymentCore} between the books and the provider. */
public final class PayDesk {
    private static final int TICK_MILLIS = 30_000;
    private static final int MOST_CALLS = 8;
    private static final Set<PaymentState> REFUSED =
            EnumSet.of(
                    PaymentState.DECLINED,
                    PaymentState.NEEDS_CUSTOMER,
                    PaymentState.VOIDED,
                    PaymentState.REFUNDED);

    private final World world;
    private final SimDb db;
    private final SimProvider provider;

    public PayDesk(World world, SimDb db) {
        this.world = world;
        this.db = db;
        this.provider = new SimProvider(world);
        provider.wentBack(db::wentBack);
        provider.listen(payment -> run(payment, new Event.Hinted(null), MOST_CALLS));
    }

    /** A checkout for each order that is paid online. */
    public void open(int tour) {
        for (int number = 1; number <= Goods.ORDERS; number++) {
            if (!Goods.paidOnline(number)) {
                continue;
            }
            boolean saveCard = number % 4 == 0;
            var id = new PaymentId(new UUID(10, 100L * tour + number));
            var payment =
                    PayRow.withSession(
                            Payment.begun(
                                    id,
                                    Goods.order(tour, number),
                                    Goods.DAY,
                                    saveCard ? CheckoutMode.SAVE_CARD : CheckoutMode.AUTHORISE,
                                    Goods.total(number),
                                    now().plusSeconds(600),
                                    now()),
                            "cs_" + id);
            db.commit(tables -> tables.payments.put(id, PayRow.of(payment)));
            if (world.dice.below(Stream.PROVIDER, 10) > 0) {
                world.scheduler.in(
                        1_000L + world.dice.below(Stream.PROVIDER, 400_000),
                        () -> provider.complete(payment, saveCard));
            }
        }
    }

    public void start() {
        world.scheduler.in(TICK_MILLIS, this::tick);
    }

    private void tick() {
        facts();
        for (var row : List.copyOf(db.tables().payments.values())) {
            look(row);
        }
        world.scheduler.in(TICK_MILLIS, this::tick);
    }

    /** What the outbox tells; may be told again when the server goes back. */
    private void facts() {
        while (db.tables().told < db.tables().outbox.size()) {
            var fact = db.tables().outbox.get(db.tables().told);
            switch (fact) {
                case OrderHandedOver over -> handedOver(over);
                case OrderChanged changed -> moved(new OrderId(changed.order()));
                case OrderWrite.TourEnded _ ->
                        List.copyOf(db.tables().payments.keySet())
                                .forEach(id -> step(id, new Event.OrderMoved()));
                default -> {}
            }
            db.commit(tables -> tables.told++);
        }
    }

    private void moved(OrderId order) {
        for (var row : List.copyOf(db.tables().payments.values())) {
            if (order.equals(row.payment().order())) {
                boolean ended = facts(order).ended();
                step(row.payment().id(), ended ? new Event.OrderEnded() : new Event.OrderMoved());
            }
        }
    }

    private void handedOver(OrderHandedOver fact) {
        var order = new OrderId(fact.order());
        for (var row : List.copyOf(db.tables().payments.values())) {
            if (order.equals(row.payment().order()) && row.payment().parent() == null) {
                step(
                        row.payment().id(),
                        fact.paidAtVanCents() == 0
                                ? new Event.OrderMoved()
                                : new Event.PaidOnBoard(
                                        fact.operation(), new Money(fact.paidAtVanCents())));
            }
        }
    }

    private void look(PayRow row) {
        var id = row.payment().id();
        var due = row.payment().due();
        if (due != null && !due.at().isAfter(now())) {
            var claimed = row.claimed(now().plusSeconds(120));
            db.commit(tables -> tables.payments.put(id, claimed));
            run(id, new Event.TaskDue(due.task()), MOST_CALLS);
        } else if (due == null) {
            run(id, new Event.ClockCame(Goods.DAY), MOST_CALLS);
        }
        for (var refund : row.refunds()) {
            if (refund.isOpen() && world.dice.below(Stream.PROVIDER, 3) == 0) {
                run(id, new Event.RefundDue(refund.id()), MOST_CALLS);
            }
        }
        boolean complains =
                !world.dice.isCalm()
                        && row.payment().state() == PaymentState.CAPTURED
                        && world.dice.below(Stream.PROVIDER, 40) == 0;
        if (complains) {
            var refund = new UUID(11, world.dice.of(Stream.PROVIDER).nextLong());
            run(id, new Event.RefundWanted(refund, Money.cents(50)), MOST_CALLS);
        }
    }

    private void run(PaymentId id, Event event, int callsLeft) {
        if (!db.tables().payments.containsKey(id)) {
            return;
        }
        if (world.dice.strikes(Fault.TRANSACTION_ROLLED_BACK)) {
            return;
        }
        var effects = step(id, event);
        if (!effects.isEmpty()
                && effects.getLast() instanceof Effect.Call decided
                && callsLeft > 0) {
            var payment = db.tables().payments.get(id).payment();
            var call = PaymentMutants.call(world, decided, db.tables().payments.get(id).refunds());
            world.say(() -> "payment " + id + " asks " + call + " in " + payment.state());
            provider.call(
                    payment,
                    call,
                    answer -> run(id, PaymentMutants.answer(world, answer), callsLeft - 1));
        }
    }

    /** Decides and writes, in one transaction; what is written is a value, so it can be folded. */
    private List<Effect> step(PaymentId id, Event event) {
        var row = db.tables().payments.get(id);
        var standing =
                new Standing(
                        row.payment(),
                        facts(row.payment().order()),
                        row.onBoard(),
                        row.refunds(),
                        extra(id),
                        now());
        var effects = PaymentMutants.decided(world, PaymentCore.step(standing, event));
        var charges = new ArrayList<PayRow>();
        for (var effect : effects) {
            row = row.after(effect, now());
            if (effect instanceof Effect.StartCharge start) {
                charges.add(PayRow.of(start.charge()));
            }
        }
        var written = row;
        if (!effects.isEmpty()) {
            db.commit(
                    tables -> {
                        tables.payments.put(id, written);
                        charges.forEach(
                                one -> tables.payments.putIfAbsent(one.payment().id(), one));
                    });
        }
        return effects;
    }

    private Money extra(PaymentId id) {
        return Money.sum(
                db.tables().payments.values().stream()
                        .map(PayRow::payment)
                        .filter(one -> id.equals(one.parent()) && !REFUSED.contains(one.state()))
                        .map(Payment::asked)
                        .toList());
    }

    private OrderFacts facts(OrderId id) {
        var order = id == null ? null : db.tables().orders.get(id);
        if (order == null) {
            return null;
        }
        var total = Money.ZERO;
        for (var line : order.lines.entrySet()) {
            if (line.getValue() == LineState.HANDED_OVER) {
                total = total.plus(cost(id, order, line.getKey()));
            }
        }
        boolean done = order.lines.values().stream().allMatch(LineState::isFinal);
        boolean open = order.lines.values().stream().noneMatch(LineState::isFinal);
        boolean ended = order.lines.values().stream().allMatch(LineState.CANCELLED::equals);
        var whole =
                Money.sum(
                        order.lines.keySet().stream().map(line -> cost(id, order, line)).toList());
        return new OrderFacts(ended, done, true, open ? whole : total);
    }

    private static Money cost(OrderId id, Tables.Order order, int line) {
        return order.lines.get(line) == LineState.CANCELLED
                ? Money.ZERO
                : Goods.total(id, line, order.amounts.get(line));
    }

    public boolean drained() {
        return db.tables().told == db.tables().outbox.size()
                && db.tables().payments.values().stream()
                        .allMatch(
                                row ->
                                        row.payment().due() == null
                                                && row.payment().state() != PaymentState.INTENT
                                                && row.refunds().stream()
                                                        .noneMatch(Standing.Refund::isOpen));
    }

    /**
     * I7 and I8 at the end: our books are the provider's. What a server has forgotten that went
     * back (holds of orders that ended, refunds granted) the nightly comparison shows to the
     * office.
     */
    public void check() {
        for (var row : db.tables().payments.values()) {
            var payment = row.payment();
            Broken.unless(payment.due() == null, "I16", payment.id() + " is due: " + payment.due());
            note(row);
            var taken = Money.ZERO;
            var refunded = Money.ZERO;
            for (var intent : provider.intents()) {
                if (intent.payment.equals(payment.id())) {
                    taken = taken.plus(intent.received);
                    refunded = refunded.plus(intent.refunded());
                    Broken.unless(
                            intent.status != IntentStatus.HELD
                                    || db.wentBack()
                                    || payment.state() == PaymentState.AUTHORIZED,
                            "I7",
                            payment.id() + " is " + payment.state() + ", money still held");
                }
            }
            if (!db.wentBack()) {
                I7I8Money.booked(payment.id().toString(), taken, payment.captured());
                I7I8Money.bookedBack(payment.id().toString(), refunded, payment.refunded());
            }
            owed(row, taken.minus(refunded));
        }
    }

    /** What was delivered is paid, not more and not twice, or somebody in the office knows. */
    private void owed(PayRow row, Money net) {
        var payment = row.payment();
        var order = facts(payment.order());
        if (order == null || !order.done() || payment.parent() != null || row.cases() > 0) {
            return;
        }
        boolean promised =
                row.refunds().stream()
                        .anyMatch(
                                one ->
                                        one.why() == Standing.Why.WANTED
                                                || one.why() == Standing.Why.ADVANCE);
        boolean charged =
                db.tables().payments.values().stream()
                        .anyMatch(one -> payment.id().equals(one.payment().parent()));
        boolean plain = !promised && !charged && !db.wentBack();
        if (payment.state() == PaymentState.CAPTURED && plain) {
            I7I8Money.paid(
                    payment.id().toString(),
                    net,
                    order.total().minus(onBoard(row)).max(Money.ZERO));
        }
        Broken.unless(
                payment.state() != PaymentState.AUTHORIZED
                        && payment.state() != PaymentState.CAPTURE_DUE,
                "I7",
                payment.id() + " of a finished order is " + payment.state());
    }

    private static Money onBoard(PayRow row) {
        return Money.sum(row.onBoard().stream().map(Standing.OnBoard::amount).toList());
    }

    private void note(PayRow row) {
        switch (row.payment().state()) {
            case CAPTURED -> world.dice.reached(Sometimes.PAYMENT_CAPTURED);
            case VOIDED -> world.dice.reached(Sometimes.PAYMENT_VOIDED);
            case DECLINED, CAPTURE_FAILED -> world.dice.reached(Sometimes.PAYMENT_FAILED_FOR_GOOD);
            default -> {}
        }
        if (row.payment().refunded().isPositive()) {
            world.dice.reached(Sometimes.REFUNDED);
        }
    }

    private Instant now() {
        return Instant.ofEpochMilli(world.now());
    }
}
