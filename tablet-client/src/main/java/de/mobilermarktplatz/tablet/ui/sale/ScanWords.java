package de.mobilermarktplatz.tablet.ui.sale;

import de.mobilermarktplatz.contract.tour.PriceEntry;
import de.mobilermarktplatz.tablet.core.Aboard;
import de.mobilermarktplatz.tablet.device.Scan;

/**
 * From a scan at the counter to the one article it can mean, or to a sentence why there is none.
 */
sealed interface ScanWords {
    record Found(PriceEntry article) implements ScanWords {}

    record No(String sentence) implements ScanWords {}

    static ScanWords of(Scan scan, Aboard aboard) {
        return switch (scan) {
            case Scan.Misread(var text) ->
                    new No("„" + text + "“ ist falsch gelesen. Bitte noch einmal scannen.");
            case Scan.PickUp _ ->
                    new No(
                            "Das ist ein Abholcode. Bestellungen werden unter „Halt“ übergeben, wenn"
                                    + " der Korb fertig ist.");
            case Scan.Label(var text) when aboard.tour().isCrate(text) ->
                    new No("Das ist die Kiste " + text + ", kein Artikel.");
            case Scan.Article article ->
                    aboard.tour()
                            .article(article.text())
                            .<ScanWords>map(Found::new)
                            .orElseGet(() -> unknown(article));
            case Scan.Label(var text) ->
                    aboard.tour()
                            .article(text)
                            .<ScanWords>map(Found::new)
                            .orElseGet(
                                    () -> new No("„" + text + "“ ist kein Artikel dieser Tour."));
        };
    }

    private static ScanWords unknown(Scan.Article article) {
        return new No(
                article.gtin().isInStore()
                        ? "Das Etikett "
                                + article.text()
                                + " gilt nur in dem Laden, der es gedruckt hat. Bitte den Artikel"
                                + " antippen."
                        : "Den Artikel "
                                + article.text()
                                + " gibt es in der Preisliste dieser Tour nicht.");
    }
}
