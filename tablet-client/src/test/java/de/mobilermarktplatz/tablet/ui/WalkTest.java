package de.mobilermarktplatz.tablet.ui;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.tablet.DayTour;
import de.mobilermarktplatz.tablet.FakeBackend;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real window without a display, driven by its keys alone. */
class WalkTest {
    @TempDir Path data;

    @Test
    void fromTheBoxToAHandedOverOrder() throws IOException {
        try (var rig = ScreenRig.notEnrolled(data, DayTour.snapshot())) {
            Fx.run(
                    () -> {
                        var hand = new Hand(rig.scene());
                        enrol(hand);
                        drive(hand);
                        handOver(hand);
                        office(hand);
                    });
        }
    }

    private static void enrol(Hand hand) {
        hand.press(FakeBackend.CODE.replace("-", "").split(""));
        Pictures.save(hand.scene(), "enrol");
        hand.press("Anmelden", "4", "7", "1", "1", "Weiter", "4", "7", "1");
        Pictures.save(hand.scene(), "pin");
        hand.press("1", "Weiter");
        Pictures.save(hand.scene(), "tours");
        hand.press("Mitnehmen");
    }

    private static void drive(Hand hand) {
        hand.press("Ankommen: Betriebshof Bernburg");
        assertThat(hand.sees()).contains("Wagen 2 · Betriebshof Bernburg");
        hand.press("Abfahren", "Ankommen: Hof Sonnenfeld, Ilberstedt", "Abfahren");
        hand.press("Ankommen: Käserei am Wipperufer, Güsten", "Abfahren");
        Pictures.save(hand.scene(), "tour");
        hand.press("Ankommen: Pobzig, Dorfplatz");
        Pictures.save(hand.scene(), "stop");
    }

    private static void handOver(Hand hand) {
        hand.press("Code eingeben", "2", "3");
        Pictures.save(hand.scene(), "handover-code");
        hand.press("Zurück");
        hand.open("A. W.");
        Pictures.save(hand.scene(), "handover-lines");
        hand.press("Übergeben");
        Pictures.save(hand.scene(), "handover-done");
        hand.press("Fertig");
        assertThat(hand.sees()).contains("übergeben");
        hand.open("M. L.");
        Pictures.save(hand.scene(), "handover-due");
        hand.pressBeginning("Kassieren");
        Pictures.save(hand.scene(), "handover-pay");
        hand.press("50 €", "Fertig");
        Pictures.save(hand.scene(), "handover-paid");
        hand.press("Fertig");
    }

    private static void office(Hand hand) {
        hand.press("Büro", "Bücher prüfen");
        Pictures.save(hand.scene(), "office");
        assertThat(hand.sees()).anyMatch(words -> words.startsWith("Die Bücher sind unverändert"));
    }
}
