package de.mobilermarktplatz.payment.domain;

import de.mobilermarktplatz.kernel.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The provider's rules as far as {@link PaymentCore} depends on them; plain memory, no faults. */
public final class SimulatedStripe {

    private static final Duration KEY_LIFE = Duration.ofHours(24);
    private static final Duration HOLD = Duration.ofDays(7);

    /** What the issuer says to a card. */
    public enum Card {
        GOOD,
        DECLINED,
        WANTS_CUSTOMER
    }

    /** A payment intent with everything that ever happened to it. */
    public static final class Intent {
        final String id;
        public final String payment;
        final Instant created;
        final boolean manual;
        public final Money amount;
        public Seen.IntentStatus status = Seen.IntentStatus.OPEN;
        public Money received = Money.ZERO;
        public Money refunded = Money.ZERO;
        @Nullable Instant captureBefore;

        Intent(String id, String payment, Money amount, boolean manual, Instant created) {
            this.id = id;
            this.payment = payment;
            this.amount = amount;
            this.manual = manual;
            this.created = created;
        }

        Seen.Intent seen() {
            return new Seen.Intent(
                    id, status, payment, amount, received, refunded, captureBefore, "cus", "pm");
        }
    }

    private record Used(Object result, Instant at) {}

    public final Map<String, Intent> intents = new LinkedHashMap<>();
    private final Map<String, List<Seen.Refund>> refunds = new LinkedHashMap<>();
    private final Map<String, Used> keys = new LinkedHashMap<>();
    public Card card = Card.GOOD;
    private int next;

    /** A customer finishes Checkout: money is held at once. */
    public Seen.Session complete(Payment payment, Instant now) {
        Intent intent = open(payment, true, now);
        hold(intent, now);
        return session(payment, intent);
    }

    Seen.Session session(Payment payment, @Nullable Intent intent) {
        return new Seen.Session(
                "cs_" + payment.id(),
                intent == null ? Seen.SessionStatus.EXPIRED : Seen.SessionStatus.COMPLETE,
                null,
                intent == null ? null : intent.seen(),
                "cus",
                "pm");
    }

    /** Does what is asked and says what Stripe would say. */
    public Event answer(Effect.Call call, Payment payment, Instant now) {
        intents.values().forEach(intent -> lapse(intent, now));
        return switch (call) {
            case Effect.CreateIntent create -> new Event.SaidIntent(create(create, payment, now));
            case Effect.Confirm confirm -> confirm(intent(confirm.intent()), now);
            case Effect.Capture capture -> capture(intent(capture.intent()), capture.amount());
            case Effect.Cancel cancel -> cancel(intent(cancel.intent()));
            case Effect.Find find -> new Event.SaidIntent(intent(find.intent()).seen());
            case Effect.LookUp lookUp ->
                    new Event.Listed(
                            intents.values().stream()
                                    .filter(one -> one.payment.equals(lookUp.payment().toString()))
                                    .map(Intent::seen)
                                    .toList());
            case Effect.CreateRefund create -> refund(create, now);
            case Effect.LookUpRefunds lookUp ->
                    new Event.ListedRefunds(
                            lookUp.refund(), refunds.getOrDefault(lookUp.intent(), List.of()));
            case Effect.ExpireSession _ -> new Event.SaidSession(session(payment, null));
            case Effect.FindSession _ -> new Event.SaidSession(session(payment, null));
        };
    }

    private Intent intent(String id) {
        return Objects.requireNonNull(intents.get(id), id);
    }

    private Intent open(Payment payment, boolean manual, Instant now) {
        Intent made =
                new Intent("pi_" + next++, payment.id().toString(), payment.asked(), manual, now);
        intents.put(made.id, made);
        return made;
    }

    private Seen.Intent create(Effect.CreateIntent create, Payment payment, Instant now) {
        Used used = keys.get(create.key());
        if (used != null && now.isBefore(used.at().plus(KEY_LIFE))) {
            return (Seen.Intent) used.result();
        }
        boolean manual = payment.checkout() != CheckoutMode.CHARGE;
        Seen.Intent made = open(payment, manual, now).seen();
        keys.put(create.key(), new Used(made, now));
        return made;
    }

    private Event confirm(Intent intent, Instant now) {
        if (intent.status != Seen.IntentStatus.OPEN) {
            return new Event.HasMoved();
        }
        if (card != Card.GOOD) {
            boolean wants = card == Card.WANTS_CUSTOMER;
            intent.status = wants ? Seen.IntentStatus.WANTS_CUSTOMER : Seen.IntentStatus.REFUSED;
            return new Event.Refused(wants, "declined");
        }
        hold(intent, now);
        return new Event.SaidIntent(intent.seen());
    }

    private static void hold(Intent intent, Instant now) {
        if (intent.manual) {
            intent.status = Seen.IntentStatus.HELD;
            intent.captureBefore = now.plus(HOLD);
        } else {
            intent.status = Seen.IntentStatus.TAKEN;
            intent.received = intent.amount;
        }
    }

    private static void lapse(Intent intent, Instant now) {
        Instant until = intent.captureBefore;
        if (intent.status == Seen.IntentStatus.HELD && until != null && !now.isBefore(until)) {
            intent.status = Seen.IntentStatus.CANCELLED;
        }
    }

    private static Event capture(Intent intent, Money amount) {
        if (intent.status != Seen.IntentStatus.HELD) {
            return new Event.HasMoved();
        }
        if (amount.compareTo(intent.amount) > 0 || !amount.isPositive()) {
            throw new AssertionError("Capture of " + amount + " of " + intent.amount);
        }
        intent.status = Seen.IntentStatus.TAKEN;
        intent.received = amount;
        return new Event.SaidIntent(intent.seen());
    }

    private static Event cancel(Intent intent) {
        if (intent.status == Seen.IntentStatus.TAKEN
                || intent.status == Seen.IntentStatus.CANCELLED) {
            return new Event.HasMoved();
        }
        intent.status = Seen.IntentStatus.CANCELLED;
        return new Event.SaidIntent(intent.seen());
    }

    private Event refund(Effect.CreateRefund create, Instant now) {
        Used used = keys.get(create.key());
        if (used != null && now.isBefore(used.at().plus(KEY_LIFE))) {
            return new Event.SaidRefund(create.refund(), (Seen.Refund) used.result());
        }
        Intent intent = intent(create.intent());
        Money left = intent.received.minus(intent.refunded);
        if (create.amount().compareTo(left) > 0) {
            throw new AssertionError("Refund of " + create.amount() + " when " + left + " is left");
        }
        intent.refunded = intent.refunded.plus(create.amount());
        Seen.Refund made =
                new Seen.Refund("re_" + next++, create.refund().toString(), create.amount());
        refunds.computeIfAbsent(intent.id, _ -> new ArrayList<>()).add(made);
        keys.put(create.key(), new Used(made, now));
        return new Event.SaidRefund(create.refund(), made);
    }
}
