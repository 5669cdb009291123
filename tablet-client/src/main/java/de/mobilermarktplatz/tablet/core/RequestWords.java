package de.mobilermarktplatz.tablet.core;

import de.mobilermarktplatz.contract.journal.RequestVerdict;
import de.mobilermarktplatz.contract.journal.Verdict;
import de.mobilermarktplatz.contract.tour.TourOrder;
import de.mobilermarktplatz.contract.tour.TourRequest;

/** What the driver reads when a wish of the office was answered. */
final class RequestWords {
    private RequestWords() {}

    static String hint(Aboard aboard, TourRequest request, RequestVerdict answer) {
        var order = request.order();
        var number =
                order == null
                        ? ""
                        : aboard.tour().order(order).map(TourOrder::number).orElse("ohne Nummer");
        if (answer.verdict() == Verdict.TOO_LATE) {
            return "Die Bestellung "
                    + number
                    + " sollte geändert werden, ist aber schon erledigt. Das Büro weiß Bescheid.";
        }
        boolean done = answer.verdict() == Verdict.DONE;
        return switch (request.kind()) {
            case CANCEL ->
                    done
                            ? "Die Bestellung "
                                    + number
                                    + " ist storniert. Ihre Ware ist jetzt frei."
                            : notAboard(number);
            case DECREASE ->
                    done
                            ? "Die Bestellung "
                                    + number
                                    + " ist kleiner geworden. Der Rest ist frei."
                            : notAboard(number);
            case INCREASE ->
                    done
                            ? "Die Bestellung "
                                    + number
                                    + " ist größer geworden. Bitte aus der freien Ware dazulegen."
                            : "Die Bestellung "
                                    + number
                                    + " sollte größer werden; dafür ist nichts frei.";
            case GIVE_STOCK ->
                    done
                            ? "Der Laden im Netz verkauft einen Teil der freien Ware. Bitte zurücklegen."
                            : "Der Laden im Netz wollte freie Ware; es ist keine mehr frei.";
        };
    }

    private static String notAboard(String number) {
        return "Die Bestellung "
                + number
                + " sollte geändert werden, ist aber nicht auf dieser Tour.";
    }
}
