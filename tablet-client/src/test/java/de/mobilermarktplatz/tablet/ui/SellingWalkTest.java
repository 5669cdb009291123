package de.mobilermarktplatz.tablet.ui;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.contract.journal.EntryType;
import de.mobilermarktplatz.contract.journal.JournalEntry;
import de.mobilermarktplatz.tablet.SampleTour;
import de.mobilermarktplatz.tablet.ui.frame.Place;
import java.nio.file.Path;
import javafx.scene.Scene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A day at the counter in the real window, without a display: fingers, and a scanner's keys. */
class SellingWalkTest {
    @TempDir Path data;

    @Test
    void fromTheOpeningCashToTheClosing() throws Exception {
        try (var van = ScreenRig.onTour(data)) {
            Fx.run(
                    () -> {
                        van.navigator.start(new Place.CashUp());
                        var scene = van.scene();
                        beginWithFiftyEuros(scene);
                        loadByScan(scene);
                        sellByScanAndGiveChange(scene);
                        payOutBottles(scene);
                        countAndClose(scene);
                    });
            van.rig.drain();
            assertThat(van.backend.journal())
                    .extracting(JournalEntry::type)
                    .containsSubsequence(
                            EntryType.CASH_MOVEMENT,
                            EntryType.LOAD,
                            EntryType.LOAD,
                            EntryType.LOAD,
                            EntryType.SALE,
                            EntryType.DEPOSIT_RETURN,
                            EntryType.STOCK_COUNT,
                            EntryType.CASH_COUNT,
                            EntryType.CLOSING);
        }
    }

    private static void beginWithFiftyEuros(Scene scene) {
        new Hand(scene).press("Anfangsbestand", "50\u00a0€", "1", "Buchen");
        assertThat(new Hand(scene).sees()).contains("Anfangsbestand 50,00 € ist gebucht.");
    }

    private static void loadByScan(Scene scene) {
        var hand = new Hand(scene);
        hand.press("Beladen");
        assertThat(hand.sees()).contains("0 von 2 Kisten an Bord");
        new Wedge(scene).scan(SampleTour.CRATE);
        assertThat(hand.sees()).contains("1 von 2 Kisten an Bord", "✓ " + SampleTour.CRATE);
        Pictures.save(scene, "goods-in");
        hand.press("Alles da", "Ja, alle im Wagen", "Lose Ware laden", "Ja, alles im Wagen");
        assertThat(hand.sees())
                .contains("2 von 2 Kisten an Bord", "✓ Keine lose Ware mehr zu laden");
    }

    private static void sellByScanAndGiveChange(Scene scene) {
        var hand = new Hand(scene);
        hand.press("Verkauf");
        new Wedge(scene).scan(SampleTour.JUICE_GTIN);
        new Wedge(scene).scan(SampleTour.JUICE_GTIN);
        hand.press("Kartoffeln 2 kg");
        assertThat(hand.sees()).contains("7,10 €", "je 2,80 € + 0,15 € Pfand");
        Pictures.save(scene, "sale");
        hand.press("Kassieren", "20 €");
        assertThat(hand.sees()).contains("Rückgeld", "12,90 €");
        Pictures.save(scene, "pay");
        hand.press("Fertig");
        assertThat(hand.sees()).contains("✓ Bon 2 ist gebucht und gedruckt", "12,90 €");
        Pictures.forReadme(scene, "tablet");
        hand.press("Nächster Kunde");
    }

    private static void payOutBottles(Scene scene) {
        var hand = new Hand(scene);
        var bottle = "↩ Mehrwegflasche\n0,15 €";
        hand.press(bottle, bottle);
        assertThat(hand.sees()).contains("-0,30 €", "Auszahlen");
        hand.press("Kassieren", "Ausgezahlt, buchen");
        assertThat(hand.sees()).contains("✓ Bon 3 ist gebucht und gedruckt", "0,30 €");
    }

    private static void countAndClose(Scene scene) {
        var hand = new Hand(scene);
        hand.press("Kasse", "Abladen", "Abgeladen", "Kasse zählen");
        hand.press(
                "50\u00a0€",
                "1",
                "5\u00a0€",
                "1",
                "1\u00a0€",
                "1",
                "50\u00a0ct",
                "1",
                "20\u00a0ct",
                "1",
                "10\u00a0ct",
                "1");
        assertThat(hand.sees()).contains("56,80 €").doesNotContain("Stimmt genau");
        Pictures.save(scene, "count");
        hand.press("Buchen");
        assertThat(hand.sees()).contains("Stimmt genau");
        hand.press("Tag abschließen (Z-Bon)");
        assertThat(hand.sees())
                .contains("✓ Tag abgeschlossen – Z 1", "Die Tour ist zu Ende. Danke!");
        Pictures.save(scene, "closed");
    }
}
