package de.mobilermarktplatz.tablet.core;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.contract.crypto.Ed25519KeyPair;
import de.mobilermarktplatz.contract.crypto.Signer;
import de.mobilermarktplatz.contract.journal.PaymentFact;
import de.mobilermarktplatz.contract.journal.PaymentState;
import de.mobilermarktplatz.contract.journal.Sale;
import de.mobilermarktplatz.contract.pickup.AccountLimits;
import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.kernel.till.Tender;
import de.mobilermarktplatz.kernel.till.TenderKind;
import de.mobilermarktplatz.tablet.SampleTour;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A customer's card pays later what they buy without a network, within signed limits. */
class SellingOnAccountTest {

    /** Five euros a sale, eight a customer, ten a van. */
    private static final AccountLimits LIMITS =
            new AccountLimits(Money.euros(5, 0), Money.euros(8, 0), Money.euros(10, 0));

    private static final Instant LATER = AVan.NOW.plus(Duration.ofHours(8));

    private final AVan van = AVan.loaded();

    @Test
    void theSaleAndWhatTheCardOwesAreOneCommit() {
        basket(4);
        van.does(onAccount(SampleTour.PAID));

        var facts = van.written.subList(van.written.size() - 2, van.written.size());
        assertThat(((Sale) facts.getFirst()).payments())
                .containsExactly(new Tender(TenderKind.ACCOUNT, Money.cents(480)));
        var owed = (PaymentFact) facts.getLast();
        assertThat(owed.state()).isEqualTo(PaymentState.DEFERRED);
        assertThat(owed.amount()).isEqualTo(Money.cents(480));
        assertThat(owed.order()).isEqualTo(SampleTour.PAID);
        assertThat(owed.payment()).isEqualTo(PaymentFact.idOf(owed.receipt()));
        assertThat(van.aboard().state().count(Counter.CASH)).isZero();
    }

    @Test
    void eachLimitIsCountedOnBoard() {
        basket(5);
        assertThat(refusal(onAccount(SampleTour.PAID)))
                .isEqualTo(
                        "Auf Rechnung gehen jetzt höchstens 5,00 €, der Korb kostet 6,00 €. Bitte bar kassieren.");

        basket(4);
        van.does(onAccount(SampleTour.PAID));
        basket(4);
        assertThat(refusal(onAccount(SampleTour.PAID))).contains("höchstens 3,20 €");
        van.does(onAccount(SampleTour.DUE));
        basket(1);
        assertThat(refusal(onAccount(SampleTour.DUE))).contains("höchstens 0,40 €");
        van.does(new Command.Pay(Money.euros(2, 0), null));
    }

    @Test
    void onlyWhatTheServerSignedForThisDayCounts() {
        basket(1);
        var stranger = Ed25519KeyPair.generate(new SecureRandom());
        assertThat(refusal(permit(stranger, LATER))).contains("verändert");
        assertThat(refusal(permit(AVan.SERVER, AVan.NOW))).contains("abgelaufen");
        assertThat(refusal(new Command.PayOnAccount("HALLO", null))).contains("kein Kundencode");
        assertThat(
                        refusal(
                                new Command.PayOnAccount(
                                        SampleTour.pickupCode(AVan.SERVER, SampleTour.PAID, LATER),
                                        null)))
                .contains("kein Kundencode");
        van.does(new Command.Pay(Money.euros(2, 0), null));
    }

    private void basket(long potatoes) {
        if (!van.aboard().state().basket().isEmpty()) {
            van.does(new Command.Abort());
        }
        van.scans(new DraftLine.Goods(SampleTour.POTATOES, potatoes));
    }

    private static Command onAccount(OrderId order) {
        return new Command.PayOnAccount(SampleTour.permit(AVan.SERVER, order, LATER, LIMITS), null);
    }

    private static Command permit(Signer signer, Instant expires) {
        return new Command.PayOnAccount(
                SampleTour.permit(signer, SampleTour.PAID, expires, LIMITS), null);
    }

    private String refusal(Command command) {
        var decision = van.asks(command);
        assertThat(decision).isInstanceOf(Decision.Refused.class);
        return ((Decision.Refused) decision).sentence();
    }
}
