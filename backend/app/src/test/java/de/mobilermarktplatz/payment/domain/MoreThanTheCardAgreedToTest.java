package de.mobilermarktplatz.payment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.kernel.id.PaymentId;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.payment.PaymentState;
import de.mobilermarktplatz.payment.domain.Seen.IntentStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An order became smaller before its card was asked, and the van handed it over in full. */
class MoreThanTheCardAgreedToTest {
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final Money AGREED = new Money(308);
    private static final Money DELIVERED = new Money(412);

    @Test
    void whatTheCardDidNotAgreeToIsTakenFromNobodyAndIsACaseForTheOffice() {
        var effects = afterTheCapture(DELIVERED, List.of());

        assertThat(cases(effects))
                .containsExactly(new Effect.OpenCase(Effect.CaseKind.SHORT, new Money(104)));
        assertThat(effects).noneMatch(Effect.StartCharge.class::isInstance);
    }

    @Test
    void whoeverPaidTheRestAtTheVanOwesNothing() {
        var paid = new Standing.OnBoard(new UUID(2, 1), new Money(104));

        assertThat(cases(afterTheCapture(DELIVERED, List.of(paid)))).isEmpty();
    }

    @Test
    void anOrderThatIsHandedOverAsAgreedIsNoCase() {
        assertThat(cases(afterTheCapture(AGREED, List.of()))).isEmpty();
    }

    private static List<Effect.OpenCase> cases(List<Effect> effects) {
        return effects.stream()
                .filter(Effect.OpenCase.class::isInstance)
                .map(Effect.OpenCase.class::cast)
                .toList();
    }

    private static List<Effect> afterTheCapture(Money delivered, List<Standing.OnBoard> paid) {
        var order = new OrderFacts(false, true, true, delivered);
        var held = step(begun(), order, paid, intent(IntentStatus.HELD, Money.ZERO));
        assertThat(held.state()).isEqualTo(PaymentState.CAPTURE_DUE);
        return PaymentCore.step(
                new Standing(held, order, paid, List.of(), Money.ZERO, NOW),
                new Event.SaidIntent(intent(IntentStatus.TAKEN, AGREED)));
    }

    private static Payment step(
            Payment payment, OrderFacts order, List<Standing.OnBoard> paid, Seen.Intent intent) {
        var session =
                new Seen.Session("cs_1", Seen.SessionStatus.COMPLETE, null, intent, null, null);
        var standing = new Standing(payment, order, paid, List.of(), Money.ZERO, NOW);
        return PaymentCore.step(standing, new Event.SaidSession(session)).stream()
                .filter(Effect.Move.class::isInstance)
                .map(move -> ((Effect.Move) move).to())
                .findFirst()
                .orElseThrow();
    }

    private static Payment begun() {
        return Payment.begun(
                new PaymentId(new UUID(1, 1)),
                new OrderId(new UUID(1, 2)),
                LocalDate.of(2026, 11, 23),
                CheckoutMode.AUTHORISE,
                AGREED,
                NOW,
                NOW);
    }

    private static Seen.Intent intent(IntentStatus status, Money received) {
        return new Seen.Intent(
                "pi_1", status, null, AGREED, received, Money.ZERO, null, null, null);
    }
}
