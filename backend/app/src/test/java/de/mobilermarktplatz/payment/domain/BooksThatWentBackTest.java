package de.mobilermarktplatz.payment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.kernel.id.PaymentId;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.payment.PaymentState;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Stripe may know more than our books; and what it will never do is not tried for ever. */
class BooksThatWentBackTest {

    private static final Instant NOW = Instant.parse("2026-05-04T08:00:00Z");
    private static final Money TOTAL = new Money(2_465);
    private static final PaymentId ID = new PaymentId(new UUID(1, 1));
    private static final OrderFacts OPEN = new OrderFacts(false, false, true, TOTAL);

    private final SimulatedStripe stripe = new SimulatedStripe();

    private static Payment saved() {
        return Payment.charge(
                ID,
                new OrderId(new UUID(2, 2)),
                null,
                LocalDate.of(2026, 5, 7),
                TOTAL,
                "cus",
                "pm",
                NOW);
    }

    @Test
    void aChargeThatTheBooksForgotIsFoundBeforeItIsMadeAgain() {
        Payment first = charged(saved(), NOW);
        assertThat(first.state()).isEqualTo(PaymentState.CAPTURED);

        Payment again = charged(saved(), NOW.plus(Duration.ofHours(26)));

        assertThat(again.state()).isEqualTo(PaymentState.CAPTURED);
        assertThat(again.captured()).isEqualTo(TOTAL);
        assertThat(stripe.intents).hasSize(1);
    }

    @Test
    void aLookUpWithoutAnswerIsNoLeaveToCreate() {
        Event due = new Event.TaskDue(Task.AUTHORISE);
        List<Effect> asked = PaymentCore.step(standing(saved(), NOW), due);
        assertThat(asked.getLast()).isEqualTo(new Effect.LookUp(ID));
        Payment lost = moved(saved(), asked);
        lost = moved(lost, PaymentCore.step(standing(lost, NOW), new Event.Unknown("lost")));

        assertThat(PaymentCore.step(standing(lost, NOW.plusSeconds(5)), due).getLast())
                .isEqualTo(new Effect.LookUp(ID));
    }

    @Test
    void aCardThatStripeNeverTakesIsDeclinedAndTheOfficeKnows() {
        Effect.Call create = new Effect.CreateIntent("pi:" + ID);
        List<Effect> effects =
                PaymentCore.step(
                        standing(saved(), NOW),
                        new Event.TurnedDown(create, "payment_method was detached"));

        Payment after = moved(saved(), effects);
        assertThat(after.state()).isEqualTo(PaymentState.DECLINED);
        assertThat(after.due()).isNull();
        assertThat(effects)
                .contains(new Effect.OpenCase(Effect.CaseKind.CHARGE_REFUSED, TOTAL))
                .contains(new Effect.Tell(Effect.News.CHARGE_REFUSED));
    }

    @Test
    void whatGetsNoAnswerForHoursIsAnOfficeCaseAndTriedOn() {
        Payment.Due tired = new Payment.Due(Task.AUTHORISE, NOW, Pause.MANY_TRIES);
        Payment payment = PaymentWorld.withDue(saved(), tired);

        List<Effect> effects = PaymentCore.step(standing(payment, NOW), new Event.Unknown("503"));

        assertThat(effects).contains(new Effect.OpenCase(Effect.CaseKind.STUCK, TOTAL, "503"));
        assertThat(moved(payment, effects).isDue(Task.AUTHORISE)).isTrue();
    }

    @Test
    void aSecondIntentIsGivenFreeWhenAWebhookTellsOfIt() {
        Payment payment = charged(saved(), NOW);

        assertThat(PaymentCore.step(standing(payment, NOW), new Event.Hinted("pi_stray")).getLast())
                .isEqualTo(new Effect.Find("pi_stray"));
    }

    private Payment charged(Payment payment, Instant now) {
        Event event = new Event.TaskDue(Task.AUTHORISE);
        for (int calls = 0; calls < 8; calls++) {
            List<Effect> effects = PaymentCore.step(standing(payment, now), event);
            payment = moved(payment, effects);
            if (effects.isEmpty() || !(effects.getLast() instanceof Effect.Call call)) {
                return payment;
            }
            event = stripe.answer(call, payment, now);
        }
        return payment;
    }

    private static Payment moved(Payment was, List<Effect> effects) {
        return effects.stream()
                .filter(Effect.Move.class::isInstance)
                .map(effect -> ((Effect.Move) effect).to())
                .findFirst()
                .orElse(was);
    }

    private static Standing standing(Payment payment, Instant now) {
        return new Standing(payment, OPEN, List.of(), List.of(), Money.ZERO, now);
    }
}
