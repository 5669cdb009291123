package de.mobilermarktplatz.payment.domain;

import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.kernel.id.PaymentId;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.payment.PaymentState;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One step while it is being decided: what was, what shall be, and what else is wanted. */
final class Draft {

    final Payment was;
    final @Nullable OrderFacts order;
    final Instant now;
    private final Standing standing;
    private final List<Effect> wanted = new ArrayList<>();

    PaymentState state;
    Money asked;
    @Nullable String customer;
    @Nullable String method;
    @Nullable String intent;
    @Nullable Instant attemptedAt;
    Money authorised;
    @Nullable Instant captureBefore;
    @Nullable Money finalAmount;
    Money captured;
    Money refunded;
    @Nullable String failure;
    Payment.@Nullable Due due;
    Money onBoard;
    private Money refundsAsked;
    private Effect.@Nullable Call call;

    Draft(Standing standing) {
        this.standing = standing;
        was = standing.payment();
        order = standing.order();
        now = standing.now();
        state = was.state();
        asked = was.asked();
        customer = was.customer();
        method = was.method();
        intent = was.intent();
        attemptedAt = was.attemptedAt();
        authorised = was.authorised();
        captureBefore = was.captureBefore();
        finalAmount = was.finalAmount();
        captured = was.captured();
        refunded = was.refunded();
        failure = was.failure();
        due = was.due();
        onBoard = standing.paidOnBoard();
        refundsAsked = standing.asked();
    }

    PaymentId id() {
        return was.id();
    }

    Standing standing() {
        return standing;
    }

    boolean isCharge() {
        return was.checkout() == CheckoutMode.CHARGE;
    }

    boolean isDue(Task task) {
        return due != null && due.task() == task;
    }

    void due(Task task) {
        due = new Payment.Due(task, now, 0);
    }

    void want(Effect effect) {
        wanted.add(effect);
    }

    /** One call a step: its answer decides what comes next. */
    void call(Effect.Call next) {
        if (call != null) {
            throw new IllegalStateException("Two calls in one step: " + call + " and " + next);
        }
        call = next;
    }

    boolean calls() {
        return call != null;
    }

    void book(Effect.Kind kind, String provider, Money amount) {
        if (amount.isPositive()) {
            want(new Effect.BookLedger(kind, provider, amount));
        }
    }

    Money refundsAsked() {
        return refundsAsked;
    }

    void askRefund(UUID refund, Money amount, Standing.Why why) {
        refundsAsked = refundsAsked.plus(amount);
        want(new Effect.AskRefund(refund, amount, why));
    }

    /** The same id however often the same thing is decided. */
    UUID idOf(String what) {
        return UUID.nameUUIDFromBytes((what + ":" + id()).getBytes(StandardCharsets.UTF_8));
    }

    List<Effect> effects() {
        List<Effect> all = new ArrayList<>();
        Payment to = payment();
        if (!to.equals(was)) {
            all.add(new Effect.Move(to));
        }
        all.addAll(wanted);
        if (call != null) {
            all.add(call);
        }
        return List.copyOf(all);
    }

    private Payment payment() {
        @Nullable OrderId of = was.order();
        return new Payment(
                was.id(),
                of,
                was.parent(),
                was.marketDay(),
                was.checkout(),
                state,
                asked,
                was.heldUntil(),
                was.session(),
                customer,
                method,
                intent,
                attemptedAt,
                authorised,
                captureBefore,
                finalAmount,
                captured,
                refunded,
                failure,
                due,
                was.createdAt());
    }
}
