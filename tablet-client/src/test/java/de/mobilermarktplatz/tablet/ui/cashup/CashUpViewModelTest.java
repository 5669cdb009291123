package de.mobilermarktplatz.tablet.ui.cashup;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.tablet.SampleTour;
import de.mobilermarktplatz.tablet.ui.ScreenRig;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CashUpViewModelTest {
    @TempDir Path data;
    private ScreenRig van;
    private CashUpViewModel cashUp;

    @BeforeEach
    void beginTheDay() throws IOException {
        van = ScreenRig.onTour(data);
        cashUp = new CashUpViewModel(van.cockpit);
    }

    @AfterEach
    void park() {
        van.close();
    }

    @Test
    void theOpeningCashIsCountedByNoteAndCoinAndBooked() throws IOException {
        cashUp.openFloat();
        put(((CashStep.OpeningFloat) cashUp.step().get()).coins(), 2_000, 2);
        put(((CashStep.OpeningFloat) cashUp.step().get()).coins(), 50, 20);
        cashUp.bookFloat();
        assertThat(cashUp.step().get()).isEqualTo(new CashStep.Overview());
        assertThat(van.cockpit.notice().get()).contains("50,00 €");
        assertThat(van.rig.receipts()).containsExactly("000001.txt");
    }

    @Test
    void nothingIsNoOpeningCash() {
        cashUp.openFloat();
        cashUp.bookFloat();
        assertThat(cashUp.step().get()).isInstanceOf(CashStep.OpeningFloat.class);
        assertThat(van.cockpit.notice().get()).contains("null");
    }

    @Test
    void theDifferenceIsSeenOnlyAfterTheCountIsBooked() throws IOException {
        van.tell("float 5000");
        van.tell("sell 11 1 cash 120");
        cashUp.close();
        assertThat(cashUp.step().get()).isInstanceOf(CashStep.Overview.class);
        assertThat(cashUp.counted().get()).isFalse();

        count(5_000, 1, 100, 1);
        assertThat(cashUp.step().get())
                .isEqualTo(new CashStep.Counted(Money.cents(5_100), Money.cents(-20)));
        assertThat(cashUp.counted().get()).isTrue();

        count(5_000, 1, 100, 1, 20, 1);
        assertThat(((CashStep.Counted) cashUp.step().get()).difference()).isEqualTo(Money.ZERO);
        cashUp.close();
        var closed = (CashStep.Closed) cashUp.step().get();
        assertThat(closed.zNumber()).isEqualTo(1);
        assertThat(closed.difference()).isEqualTo(Money.ZERO);
        assertThat(closed.slip()).contains("Kassenabschluss Z 1", "Kasse Soll");
    }

    @Test
    void aBookedCountIsFoundAgainAfterLeavingTheScreen() throws IOException {
        van.tell("float 5000");
        count(5_000, 1);
        var later = new CashUpViewModel(van.cockpit);
        later.showCount();
        assertThat(later.step().get())
                .isEqualTo(new CashStep.Counted(Money.cents(5_000), Money.ZERO));
    }

    @Test
    void aSaleAfterTheCountAsksForAnother() throws IOException {
        van.tell("float 5000");
        count(5_000, 1);
        van.tell("sell 11 1 cash 120");
        assertThat(cashUp.counted().get()).isFalse();
        assertThat(van.rig.refused("close")).contains("bitte die Kasse zählen");
        van.tell("scan 11 1");
        assertThat(cashUp.stillOpen().get()).contains("ein Korb, der nicht kassiert ist");
    }

    @Test
    void aSecondOpeningCashIsNotBookedUnawares() throws IOException {
        cashUp.openFloat();
        assertThat(van.cockpit.notice().get()).isEmpty();
        van.tell("float 5000");
        cashUp.openFloat();
        assertThat(van.cockpit.notice().get()).contains("50,00 € ist schon gebucht");
    }

    @Test
    void theSlipOfADayWithADifferenceNamesIt() throws IOException {
        van.tell("float 5000");
        count(2_000, 2);
        cashUp.close();
        var closed = (CashStep.Closed) cashUp.step().get();
        assertThat(closed.difference()).isEqualTo(Money.cents(-1_000));
        assertThat(closed.slip()).contains("Kassenabschluss Z 1", "-10,00 €");
    }

    @Test
    void leftoversBeginWithTheBooksAndAreCorrectedByTaps() throws IOException {
        van.tell("load all");
        assertThat(cashUp.unloaded().get()).isFalse();
        cashUp.unload();
        var rows = ((CashStep.Unloading) cashUp.step().get()).leftovers().rows();
        assertThat(rows.getFirst().words().get()).isEqualTo("19");
        rows.getFirst().fewer();
        assertThat(rows.getFirst().differs().get()).isTrue();
        rows.getFirst().more();
        assertThat(rows.getFirst().differs().get()).isFalse();
        rows.get(2).fewer();
        assertThat(rows.get(2).words().get()).isEqualTo("4,950 kg");
        var counter = ((CashStep.Unloading) cashUp.step().get()).leftovers();
        counter.choose(1);
        counter.digit(1);
        counter.digit(2);
        assertThat(rows.get(1).words().get()).isEqualTo("12");
        counter.erase();
        assertThat(rows.get(1).words().get()).isEqualTo("1");
        cashUp.bookLeftovers();
        assertThat(cashUp.unloaded().get()).isTrue();
        assertThat(cashUp.goods().get()).isEqualTo("Nichts mehr an Bord");
    }

    @Test
    void whoeverClosesTooEarlyIsTold() throws IOException {
        assertThat(cashUp.stillOpen().get())
                .isEqualTo("Noch offen: 2 Bestellungen. Mit dem Abschluss endet die Tour.");
        van.tell("load all");
        assertThat(cashUp.stillOpen().get()).contains("2 Bestellungen und Ware an Bord");
        van.tell("refuse code " + SampleTour.PAID_CODE);
        van.tell("refuse code " + SampleTour.DUE_CODE);
        van.tell("unload");
        assertThat(cashUp.stillOpen().get()).isEmpty();
    }

    @Test
    void theEndSaysWhereTheEntriesAre() throws IOException {
        count(100, 1);
        cashUp.close();
        van.rig.drain();
        van.cockpit.refresh();
        assertThat(cashUp.sync().get()).contains("beim Server, alles übertragen");
    }

    private void count(int... faceAndCount) {
        cashUp.count();
        var coins = ((CashStep.Counting) cashUp.step().get()).coins();
        for (int i = 0; i < faceAndCount.length; i += 2) {
            put(coins, faceAndCount[i], faceAndCount[i + 1]);
        }
        cashUp.bookCount();
    }

    private static void put(CoinCounter coins, int face, int count) {
        coins.choose(CoinCounter.FACES.indexOf(face));
        for (char digit : Integer.toString(count).toCharArray()) {
            coins.digit(digit - '0');
        }
    }
}
