package de.mobilermarktplatz.coordination.domain;

/**
 * A problem in plain German: what is wrong, and what to do about it.
 *
 * @param title one sentence without its full stop
 * @param advice what a person does now
 */
public record ProblemWords(String title, String advice) {

    public static ProblemWords of(OpenProblem problem) {
        return switch (problem.source()) {
            case CASE -> officeCase(problem.kind());
            case QUARANTINE -> quarantine(problem.kind());
            case CAPTURE ->
                    new ProblemWords(
                            "Eine Karte konnte nach der Übergabe nicht belastet werden",
                            "Die Ware ist schon beim Kunden. Bitte anrufen und vereinbaren, wie bezahlt wird; danach hier erledigen.");
            case REFUND ->
                    new ProblemWords(
                            "Eine Erstattung kommt nicht durch",
                            "Bitte beim Zahlungsdienst nachsehen, ob sie angekommen ist; sonst den Betrag überweisen.");
            case PAYMENT -> payment(problem.kind());
            case FACT ->
                    new ProblemWords(
                            "Eine Hintergrundarbeit scheitert immer wieder",
                            "Sie wird weiter versucht. Bitte der Technik die Angaben unten nennen.");
            case REQUEST ->
                    new ProblemWords(
                            problem.who() + " hat auf die Anforderung nicht geantwortet",
                            "Bitte anrufen und die Antwort auf der Seite der Anforderungen eintragen.");
            case MESSAGE ->
                    new ProblemWords(
                            "Eine Nachricht kommt nicht an",
                            "Bitte die Adresse prüfen, noch einmal senden oder anrufen.");
        };
    }

    private static ProblemWords officeCase(String kind) {
        return switch (kind) {
            case "HANDOVER_DOES_NOT_FIT" ->
                    new ProblemWords(
                            "Eine Übergabe passt nicht zur Bestellung",
                            "Bitte die Fahrerin oder den Fahrer fragen, was wirklich übergeben wurde, und prüfen, ob richtig bezahlt ist.");
            case "CHANGE_TOO_LATE" ->
                    new ProblemWords(
                            "Eine Bestellung sollte storniert oder geändert werden, war aber schon übergeben",
                            "Die Übergabe gilt, die Kundin oder der Kunde hat Bescheid. Bitte anrufen und klären, ob etwas zurückzugeben ist.");
            case "REQUEST_UNKNOWN" ->
                    new ProblemWords(
                            "Ein Wagen hat einen Wunsch erfüllt, den die Zentrale nicht mehr kennt",
                            "Bitte die Bestellung öffnen und dort ändern oder stornieren, was der Wagen getan hat.");
            case "PRICE_NOT_SHOWN" ->
                    new ProblemWords(
                            "Ein Artikel wurde zu einem Preis verkauft, der nicht galt",
                            "Der Verkauf ist gebucht, wie der Bon ihn zeigt. Bitte prüfen, ob das Tablet zu lange ohne Netz war.");
            case "CLOSED_BY_ANOTHER_TABLET" ->
                    new ProblemWords(
                            "Ein Tablet hat eine Tour abgeschlossen, die ihm nicht mehr gehört",
                            "Die Tour endet erst, wenn das richtige Tablet abschließt. Bitte dort nachfragen.");
            case "ENTRY_NOT_CARRIED_OUT" ->
                    new ProblemWords(
                            "Ein Eintrag einer Kasse konnte nicht gebucht werden",
                            "Er ist sicher aufbewahrt. Bitte den Bon mit der Kasse vergleichen und der Technik die Nummer des Eintrags nennen.");
            case "UNKNOWN_ENTRY" ->
                    new ProblemWords(
                            "Ein Tablet meldet etwas, das dieses Programm noch nicht kennt",
                            "Das Tablet ist neuer als die Zentrale. Bitte die Zentrale aktualisieren; der Eintrag ist aufbewahrt.");
            case "DUPLICATE_HANDOVER" ->
                    new ProblemWords(
                            "Eine Bestellung wurde zweimal übergeben",
                            "Bezahlt wird sie einmal. Bitte klären, wer die Ware zweimal bekommen hat.");
            case "REFUSAL_DOES_NOT_FIT" ->
                    new ProblemWords(
                            "Eine Ablehnung passt nicht zur Bestellung",
                            "Bitte die Fahrerin oder den Fahrer fragen, was wirklich übergeben wurde.");
            case "STALE_GEN" ->
                    new ProblemWords(
                            "Ein ersetztes Tablet hat noch verkauft",
                            "Seine Verkäufe sind gebucht. Bitte den Bestand im Wagen zählen.");
            case "RECEIPT_NUMBER_TWICE" ->
                    new ProblemWords(
                            "Eine Bonnummer gibt es zweimal",
                            "Beide Bons sind gebucht. Vielleicht läuft dasselbe Tablet zweimal; bitte nachsehen.");
            case "SERVER_RESTORED" ->
                    new ProblemWords(
                            "Der Server wurde wiederhergestellt: Bitte die gesperrten Tablets prüfen",
                            "War ein Tablet inzwischen verloren oder gestohlen, bitte unter „Tablets“ noch einmal sperren. Danach hier erledigen.");
            case "DEVICE_ADOPTED" ->
                    new ProblemWords(
                            "Ein Tablet wartet auf die Zulassung",
                            "Ist es in guten Händen, bitte unter „Tablets“ zulassen; sonst dort sperren. Danach hier erledigen.");
            case "TILL_NUMBER_TWICE" ->
                    new ProblemWords(
                            "Zwei Tablets haben dieselbe Kassennummer",
                            "Ihre Bücher bleiben getrennt. Bitte das jüngere nach der Tour abmelden und neu anmelden, damit die Bons zu unterscheiden sind.");
            case "KEY_NOT_PROVEN", "KEY_ROLLED_TOO_LATE" ->
                    new ProblemWords(
                            "Ein Tablet konnte seinen Schlüssel nicht richtig wechseln",
                            "Verkaufen und Übertragen geht weiter. Ist das Tablet in guten Händen, bitte unter „Tablets“ verlängern.");
            case "QUARANTINE_FULL" ->
                    new ProblemWords(
                            "Von einem Tablet ist zu viel zurückgehalten",
                            "Was es weiter schickt, bleibt auf dem Tablet. Bitte die zurückgehaltenen Sendungen ansehen.");
            default ->
                    new ProblemWords(
                            "Ein Eintrag einer Kasse braucht einen zweiten Blick",
                            "Bitte mit der Fahrerin oder dem Fahrer klären.");
        };
    }

    private static ProblemWords payment(String kind) {
        return switch (kind) {
            case "DIFFERENCE" ->
                    new ProblemWords(
                            "Das Zahlungskonto stimmt nicht mit unserem Buch überein",
                            "Bitte die Zahlung beim Zahlungsdienst ansehen: Vielleicht wurde dort von Hand erstattet oder abgebucht.");
            case "TOO_MUCH" ->
                    new ProblemWords(
                            "Ein Kunde hat zu viel bezahlt",
                            "Bitte den Betrag auszahlen oder überweisen; danach hier erledigen.");
            case "STUCK" ->
                    new ProblemWords(
                            "Der Zahlungsdienst führt einen Auftrag nicht aus",
                            "Es wird weiter versucht. Bitte die Zahlung beim Zahlungsdienst ansehen und die Technik fragen, wenn dort nichts zu sehen ist.");
            case "NOT_REFUNDED" ->
                    new ProblemWords(
                            "Eine Erstattung war nicht möglich",
                            "Vielleicht wurde beim Zahlungsdienst schon von Hand erstattet. Bitte dort nachsehen; fehlt der Kundin oder dem Kunden noch Geld, bitte überweisen.");
            case "OVER_LIMIT" ->
                    new ProblemWords(
                            "Auf Rechnung wurde mehr verkauft als vereinbart",
                            "Die Karte wurde nicht belastet. Bitte anrufen und vereinbaren, wie bezahlt wird.");
            default ->
                    new ProblemWords(
                            "Für übergebene Waren fehlt Geld",
                            "Die Ware ist schon beim Kunden, und die Karte zahlt nicht. Bitte anrufen und vereinbaren, wie bezahlt wird.");
        };
    }

    private static ProblemWords quarantine(String reason) {
        return switch (reason) {
            case "FORK" ->
                    new ProblemWords(
                            "Ein Kassenbuch kam in zwei verschiedenen Fassungen",
                            "Vielleicht wurde das Tablet aus einer Sicherung zurückgespielt. Das Tablet nicht weiter benutzen, sperren und neu anmelden.");
            case "BAD_SIGNATURE" ->
                    new ProblemWords(
                            "Eine Sendung ist nicht richtig unterschrieben",
                            "Sie wurde nicht gebucht. Das Tablet nicht weiter benutzen und die Technik rufen.");
            case "REVOKED" ->
                    new ProblemWords(
                            "Ein gesperrtes Tablet hat noch gesendet",
                            "Ist es verloren gegangen, bleibt es gesperrt. War die Sperre ein Irrtum, bitte neu anmelden und die Bons vergleichen.");
            default ->
                    new ProblemWords(
                            "Eine Sendung eines Tablets wurde zurückgehalten",
                            "Sie wurde nicht gebucht. Bitte die Technik rufen.");
        };
    }
}
