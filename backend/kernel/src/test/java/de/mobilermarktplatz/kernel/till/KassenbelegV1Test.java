package de.mobilermarktplatz.kernel.till;

import static de.mobilermarktplatz.kernel.till.KassenbelegV1.Type.Beleg;
import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.kernel.till.KassenbelegV1.Paid;
import de.mobilermarktplatz.kernel.vat.VatKey;
import de.mobilermarktplatz.kernel.vat.VatShare;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Strings of the specification and of auditors' tools, to the character. */
class KassenbelegV1Test {

    @Test
    void theSampleOfTheSpecification() {
        assertThat(beleg(List.of(gross(VatKey.REDUCED, 255)), Tender.cash(Money.cents(255))))
                .isEqualTo("Beleg^0.00_2.55_0.00_0.00_0.00^2.55:Bar");
    }

    @Test
    void foreignCashStandsBehindEurosByName() {
        String text =
                KassenbelegV1.processDataIn(
                        Beleg,
                        List.of(gross(VatKey.GENERAL, 500), gross(VatKey.REDUCED, 700)),
                        List.of(
                                new Paid(true, "USD", Money.cents(5_000)),
                                new Paid(true, "CHF", Money.cents(4_000)),
                                new Paid(true, "EUR", Money.cents(-7_118))));

        assertThat(text)
                .isEqualTo("Beleg^5.00_7.00_0.00_0.00_0.00^-71.18:Bar_40.00:Bar:CHF_50.00:Bar:USD");
    }

    @Test
    void noPositionsAndNoPayment() {
        assertThat(beleg(List.of())).isEqualTo("Beleg^0.00_0.00_0.00_0.00_0.00^");
    }

    @Test
    void anAbortedBasket() {
        assertThat(KassenbelegV1.aborted()).isEqualTo("AVBelegabbruch^0.00_0.00_0.00_0.00_0.00^");
    }

    @Test
    void cashTakenToTheBankIsNotTaxable() {
        assertThat(
                        beleg(
                                List.of(gross(VatKey.NOT_TAXABLE, -20_000)),
                                Tender.cash(Money.cents(-20_000))))
                .isEqualTo("Beleg^0.00_0.00_0.00_0.00_-200.00^-200.00:Bar");
    }

    @Test
    void goodsPaidByAMultiPurposeVoucherLeaveNothingToPay() {
        assertThat(beleg(List.of(gross(VatKey.REDUCED, 890), gross(VatKey.NOT_TAXABLE, -890))))
                .isEqualTo("Beleg^0.00_8.90_0.00_0.00_-8.90^");
    }

    @Test
    void everythingButCashIsUnbarInOneSum() {
        assertThat(
                        beleg(
                                List.of(gross(VatKey.FORESTRY, 1_000)),
                                Tender.card(Money.cents(600)),
                                new Tender(TenderKind.ACCOUNT, Money.cents(400)),
                                Tender.cash(Money.ZERO)))
                .isEqualTo("Beleg^0.00_0.00_0.00_10.00_0.00^10.00:Unbar");
    }

    @Test
    void aHistoricKeyKeepsItsSlot() {
        assertThat(beleg(List.of(gross(VatKey.HISTORIC_43, 100)), Tender.cash(Money.cents(100))))
                .isEqualTo("Beleg^0.00_0.00_1.00_0.00_0.00^1.00:Bar");
    }

    private static String beleg(List<VatShare> shares, Tender... payments) {
        return KassenbelegV1.processData(Beleg, shares, List.of(payments));
    }

    private static VatShare gross(VatKey key, long cents) {
        return VatShare.of(key, Money.cents(cents), 0);
    }
}
