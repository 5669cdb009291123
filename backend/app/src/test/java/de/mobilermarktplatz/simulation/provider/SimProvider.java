package de.mobilermarktplatz.simulation.provider;

import de.mobilermarktplatz.kernel.id.PaymentId;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.payment.domain.Effect;
import de.mobilermarktplatz.payment.domain.Event;
import de.mobilermarktplatz.payment.domain.Payment;
import de.mobilermarktplatz.payment.domain.Seen;
import de.mobilermarktplatz.payment.domain.Seen.IntentStatus;
import de.mobilermarktplatz.simulation.invariants.I7I8Money;
import de.mobilermarktplatz.simulation.world.Dice.Stream;
import de.mobilermarktplatz.simulation.world.Fault;
import de.mobilermarktplatz.simulation.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A payment provider like Stripe: remembers idempotency keys for a day, forgets answers, sends
 * webhooks late, twice, out of order or never. It is the truth about money.
 */
public final class SimProvider {
    private static final Duration KEYS_LIVE = Duration.ofHours(24);
    private static final Duration HOLDS_LIVE = Duration.ofDays(7);

    /** One payment intent. */
    static final class Intent {
        final String id;
        final PaymentId payment;
        final Money amount;
        final long createdAt;
        IntentStatus status = IntentStatus.OPEN;
        Money received = Money.ZERO;
        long heldAt;
        final Map<String, Seen.Refund> refunds = new LinkedHashMap<>();

        Intent(String id, PaymentId payment, Money amount, long createdAt) {
            this.id = id;
            this.payment = payment;
            this.amount = amount;
            this.createdAt = createdAt;
        }

        Money refunded() {
            return Money.sum(refunds.values().stream().map(Seen.Refund::amount).toList());
        }
    }

    private record Key(Object made, long at) {}

    private final World world;
    private final Map<String, Intent> intents = new LinkedHashMap<>();
    private final Map<String, Key> keys = new LinkedHashMap<>();
    private final Map<String, Seen.Session> sessions = new LinkedHashMap<>();
    private Consumer<PaymentId> webhook = payment -> {};
    private BooleanSupplier booksWentBack = () -> false;

    public SimProvider(World world) {
        this.world = world;
    }

    void listen(Consumer<PaymentId> listener) {
        webhook = listener;
    }

    /** The customer types the card in. */
    void complete(Payment payment, boolean saveCard) {
        var open = sessions.get(payment.session());
        if (open != null && open.status() == Seen.SessionStatus.EXPIRED) {
            return;
        }
        Seen.Intent paid = null;
        if (!saveCard) {
            var intent = made(payment);
            hold(intent);
            paid = seen(intent);
        }
        sessions.put(
                payment.session(),
                new Seen.Session(
                        payment.session(),
                        Seen.SessionStatus.COMPLETE,
                        null,
                        paid,
                        saveCard ? "cus" : null,
                        saveCard ? "pm" : null));
        tell(payment.id());
    }

    private Intent made(Payment payment) {
        var intent =
                new Intent(
                        "pi_" + (intents.size() + 1), payment.id(), payment.asked(), world.now());
        intents.put(intent.id, intent);
        return intent;
    }

    private void hold(Intent intent) {
        intent.status = IntentStatus.HELD;
        intent.heldAt = world.now();
    }

    List<Intent> intents() {
        return List.copyOf(intents.values());
    }

    /** The answer comes as an event, later or never. */
    void call(Payment payment, Effect.Call call, Consumer<Event> answer) {
        long way = 50L + world.dice.below(Stream.PROVIDER, 500);
        if (world.dice.strikes(Fault.PROVIDER_UNREACHABLE)) {
            world.scheduler.in(way, () -> answer.accept(unknown(call)));
            return;
        }
        world.scheduler.in(
                way,
                () -> {
                    ageHolds();
                    var said = answered(payment, call);
                    oneCharge(payment.id());
                    boolean silent = world.dice.strikes(Fault.PROVIDER_TIMED_OUT_AFTER_SUCCESS);
                    if (silent && world.dice.strikes(Fault.PROVIDER_FORGOT_KEYS)) {
                        // Nobody tries again before the provider has forgotten the keys.
                        world.scheduler.pass(KEYS_LIVE.plusHours(1).toMillis());
                    }
                    answer.accept(silent ? unknown(call) : said);
                });
    }

    private void ageHolds() {
        for (var intent : intents.values()) {
            boolean over = world.now() - intent.heldAt > HOLDS_LIVE.toMillis();
            if (intent.status == IntentStatus.HELD && over) {
                world.dice.hit(Fault.HOLD_RAN_OUT);
                intent.status = IntentStatus.CANCELLED;
                tell(intent.payment);
            }
        }
    }

    /** From here on the books may have forgotten what they asked for. */
    void wentBack(BooleanSupplier books) {
        booksWentBack = books;
    }

    /**
     * I7: money is taken once per payment, also when the books went back and keys are forgotten.
     */
    private void oneCharge(PaymentId payment) {
        long held =
                intents.values().stream()
                        .filter(intent -> intent.payment.equals(payment))
                        .filter(
                                intent ->
                                        intent.status == IntentStatus.HELD
                                                || intent.status == IntentStatus.TAKEN)
                        .count();
        I7I8Money.once(payment.toString(), held);
    }

    private Event answered(Payment payment, Effect.Call call) {
        return switch (call) {
            case Effect.CreateIntent create ->
                    new Event.SaidIntent(seen((Intent) once(create.key(), () -> made(payment))));
            case Effect.Confirm confirm -> confirm(intents.get(confirm.intent()));
            case Effect.Capture capture -> capture(intents.get(capture.intent()), capture.amount());
            case Effect.Cancel cancel -> cancel(intents.get(cancel.intent()));
            case Effect.Find find -> new Event.SaidIntent(seen(intents.get(find.intent())));
            case Effect.ExpireSession expire -> expire(expire.session());
            case Effect.FindSession find -> new Event.SaidSession(session(find.session()));
            case Effect.LookUp lookUp ->
                    new Event.Listed(
                            intents.values().stream()
                                    .filter(one -> one.payment.equals(lookUp.payment()))
                                    .map(SimProvider::seen)
                                    .toList());
            case Effect.CreateRefund create -> refund(create);
            case Effect.LookUpRefunds lookUp ->
                    new Event.ListedRefunds(
                            lookUp.refund(),
                            new ArrayList<>(intents.get(lookUp.intent()).refunds.values()));
        };
    }

    private Object once(String key, Supplier<Object> make) {
        var known = keys.get(key);
        if (known != null && world.now() - known.at() < KEYS_LIVE.toMillis()) {
            return known.made();
        }
        var made = make.get();
        keys.put(key, new Key(made, world.now()));
        return made;
    }

    private Event confirm(Intent intent) {
        if (intent.status != IntentStatus.OPEN) {
            return intent.status == IntentStatus.CANCELLED
                    ? new Event.HasMoved()
                    : new Event.SaidIntent(seen(intent));
        }
        if (world.dice.strikes(Fault.CARD_DECLINED)) {
            intent.status = IntentStatus.REFUSED;
            return new Event.Refused(false, "card declined");
        }
        hold(intent);
        tell(intent.payment);
        return new Event.SaidIntent(seen(intent));
    }

    private Event capture(Intent intent, Money amount) {
        if (intent.status != IntentStatus.HELD) {
            return new Event.HasMoved();
        }
        I7I8Money.within(amount, intent.amount);
        intent.status = IntentStatus.TAKEN;
        intent.received = amount;
        tell(intent.payment);
        return new Event.SaidIntent(seen(intent));
    }

    private Event cancel(Intent intent) {
        if (intent.status == IntentStatus.TAKEN) {
            return new Event.HasMoved();
        }
        intent.status = IntentStatus.CANCELLED;
        return new Event.SaidIntent(seen(intent));
    }

    private Event expire(String id) {
        if (session(id).status() == Seen.SessionStatus.COMPLETE) {
            return new Event.HasMoved();
        }
        sessions.put(id, new Seen.Session(id, Seen.SessionStatus.EXPIRED, null, null, null, null));
        return new Event.SaidSession(session(id));
    }

    private Seen.Session session(String id) {
        var session = sessions.get(id);
        if (session == null) {
            return new Seen.Session(id, Seen.SessionStatus.OPEN, "url", null, null, null);
        }
        var paid = session.intent();
        return paid == null
                ? session
                : new Seen.Session(
                        id, session.status(), null, seen(intents.get(paid.id())), null, null);
    }

    private Event refund(Effect.CreateRefund create) {
        var intent = intents.get(create.intent());
        boolean tooMuch = intent.refunded().plus(create.amount()).compareTo(intent.received) > 0;
        if (tooMuch && !keys.containsKey(create.key()) && booksWentBack.getAsBoolean()) {
            // As the real one answers: the books forgot refunds while this one was on its way.
            return new Event.TurnedDown(create, "greater than what is left");
        }
        var made =
                (Seen.Refund)
                        once(
                                create.key(),
                                () -> {
                                    var refund =
                                            new Seen.Refund(
                                                    "re_" + intent.id + "_" + intent.refunds.size(),
                                                    create.refund().toString(),
                                                    create.amount());
                                    intent.refunds.put(refund.id(), refund);
                                    return refund;
                                });
        I7I8Money.givenBack(intent.refunded(), intent.received);
        long same =
                intent.refunds.values().stream()
                        .filter(one -> create.refund().toString().equals(one.refund()))
                        .count();
        I7I8Money.refundedOnce(same);
        return new Event.SaidRefund(create.refund(), made);
    }

    private static Event unknown(Effect.Call call) {
        return switch (call) {
            case Effect.CreateRefund create -> new Event.RefundUnknown(create.refund(), "timeout");
            case Effect.LookUpRefunds lookUp -> new Event.RefundUnknown(lookUp.refund(), "timeout");
            default -> new Event.Unknown("timeout");
        };
    }

    static Seen.Intent seen(Intent intent) {
        return new Seen.Intent(
                intent.id,
                intent.status,
                intent.payment.value().toString(),
                intent.amount,
                intent.received,
                intent.refunded(),
                intent.status == IntentStatus.HELD
                        ? Instant.ofEpochMilli(intent.heldAt).plus(HOLDS_LIVE)
                        : null,
                null,
                null);
    }

    private void tell(PaymentId payment) {
        if (world.dice.strikes(Fault.WEBHOOK_LOST)) {
            return;
        }
        long delay = 100L + world.dice.below(Stream.PROVIDER, 1_000);
        if (world.dice.strikes(Fault.WEBHOOK_LATE)) {
            delay += 600_000;
        }
        if (world.dice.strikes(Fault.WEBHOOKS_REORDERED)) {
            delay += 5_000;
        }
        world.scheduler.in(delay, () -> webhook.accept(payment));
        if (world.dice.strikes(Fault.WEBHOOK_DOUBLED)) {
            world.scheduler.in(delay + 700, () -> webhook.accept(payment));
        }
    }
}
