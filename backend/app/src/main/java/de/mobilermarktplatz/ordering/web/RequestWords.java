package de.mobilermarktplatz.ordering.web;

import de.mobilermarktplatz.ordering.OrderChange;
import de.mobilermarktplatz.ordering.OrderRequest;

/** What became of a wish to change an order, as its customer reads it. */
final class RequestWords {

    private RequestWords() {}

    static String customer(OrderRequest request) {
        String what = request.change().kind() == OrderChange.Kind.CANCEL ? "storniert" : "geändert";
        return switch (request.state()) {
            case OPEN ->
                    "Der Marktwagen wird gefragt, ob die Bestellung noch %s werden kann. Bis dahin gilt sie wie hier."
                            .formatted(what);
            case DONE -> "Die Bestellung wurde auf Ihren Wunsch %s.".formatted(what);
            case TOO_LATE ->
                    "Die Bestellung konnte nicht mehr %s werden: Sie war am Wagen schon erledigt."
                            .formatted(what);
            case NOT_POSSIBLE ->
                    "Der Marktwagen konnte den Wunsch nicht erfüllen. Die Bestellung bleibt, wie sie war.";
        };
    }
}
