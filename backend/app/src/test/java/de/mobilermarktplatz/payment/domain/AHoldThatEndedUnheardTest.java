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

/** Found by the simulator: books that went back asked for such a checkout for ever. */
class AHoldThatEndedUnheardTest {
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final Money TOTAL = new Money(508);

    @Test
    void aCheckoutWhoseHoldWasCancelledIsNotAskedForAgain() {
        var payment = after(new OrderFacts(false, false, true, TOTAL));

        assertThat(payment.state()).isEqualTo(PaymentState.CAPTURE_FAILED);
        assertThat(payment.authorised()).isEqualTo(TOTAL);
        assertThat(payment.due()).isNull();
    }

    @Test
    void ofAnOrderThatEndedNothingIsLeftToDo() {
        assertThat(after(new OrderFacts(true, true, true, Money.ZERO)).state())
                .isEqualTo(PaymentState.VOIDED);
    }

    private static Payment after(OrderFacts order) {
        var begun =
                Payment.begun(
                        new PaymentId(new UUID(1, 1)),
                        new OrderId(new UUID(1, 2)),
                        LocalDate.of(2026, 11, 23),
                        CheckoutMode.AUTHORISE,
                        TOTAL,
                        NOW,
                        NOW);
        var cancelled =
                new Seen.Intent(
                        "pi_1",
                        IntentStatus.CANCELLED,
                        null,
                        TOTAL,
                        Money.ZERO,
                        Money.ZERO,
                        null,
                        null,
                        null);
        var session =
                new Seen.Session("cs_1", Seen.SessionStatus.COMPLETE, null, cancelled, null, null);
        var standing = new Standing(begun, order, List.of(), List.of(), Money.ZERO, NOW);
        return PaymentCore.step(standing, new Event.SaidSession(session)).stream()
                .filter(Effect.Move.class::isInstance)
                .map(move -> ((Effect.Move) move).to())
                .findFirst()
                .orElseThrow();
    }
}
