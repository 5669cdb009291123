package de.mobilermarktplatz.tablet.core;

import de.mobilermarktplatz.contract.journal.HandoverProof;
import de.mobilermarktplatz.contract.pickup.PickupCheck;
import de.mobilermarktplatz.contract.tour.TourOrder;
import de.mobilermarktplatz.kernel.code.SpokenCode;
import java.util.Optional;

/** From a pick-up code to the order that waits for it. */
sealed interface PickUp {
    record Found(TourOrder order, HandoverProof proof) implements PickUp {}

    record No(String sentence) implements PickUp {}

    static PickUp find(Aboard aboard, Command.Proof proof) {
        var found =
                switch (proof) {
                    case Command.Proof.Qr qr -> byToken(aboard, qr.text());
                    case Command.Proof.Spoken spoken -> bySpokenCode(aboard, spoken.code());
                };
        return found instanceof Found order ? notYet(aboard, asAgreed(aboard, order)) : found;
    }

    private static Found asAgreed(Aboard aboard, Found found) {
        return new Found(AsAgreed.of(aboard.state(), found.order()), found.proof());
    }

    private static PickUp notYet(Aboard aboard, Found found) {
        var progress = aboard.state().orders().get(found.order().order());
        if (progress == null) {
            return found;
        }
        return new No(
                switch (progress) {
                    case HANDED_OVER ->
                            "Die Bestellung "
                                    + found.order().number()
                                    + " wurde auf diesem Wagen schon übergeben.";
                    case REFUSED ->
                            "Die Bestellung "
                                    + found.order().number()
                                    + " wurde schon als abgelehnt verbucht.";
                    case CANCELLED ->
                            "Die Bestellung "
                                    + found.order().number()
                                    + " ist storniert. Was davon gewünscht wird, bitte frei verkaufen.";
                });
    }

    private static PickUp byToken(Aboard aboard, String text) {
        return switch (PickupCheck.of(text, aboard.till().serverKeys(), aboard.now())) {
            case PickupCheck.Refused refused ->
                    new No(
                            switch (refused.reason()) {
                                case NO_TOKEN -> "Das ist kein Abholcode.";
                                case UNKNOWN_KEY ->
                                        "Der Abholcode stammt nicht von unserem Server.";
                                case BAD_SIGNATURE ->
                                        "Der Abholcode ist verändert worden und gilt nicht.";
                                case EXPIRED -> "Der Abholcode ist abgelaufen.";
                            });
            case PickupCheck.Valid valid ->
                    of(aboard.tour().order(valid.token().order()), HandoverProof.QR);
        };
    }

    private static PickUp bySpokenCode(Aboard aboard, String typed) {
        try {
            return of(aboard.tour().order(SpokenCode.parse(typed)), HandoverProof.SPOKEN_CODE);
        } catch (IllegalArgumentException misread) {
            return new No(
                    "Der Code " + typed + " stimmt so nicht. Bitte noch einmal vorlesen lassen.");
        }
    }

    private static PickUp of(Optional<TourOrder> order, HandoverProof proof) {
        return order.<PickUp>map(found -> new Found(found, proof))
                .orElse(new No("Zu diesem Code ist keine Bestellung auf dieser Tour."));
    }
}
