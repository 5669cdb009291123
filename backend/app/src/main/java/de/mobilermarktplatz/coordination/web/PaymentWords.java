package de.mobilermarktplatz.coordination.web;

/** States of an online payment as the desk reads them. */
final class PaymentWords {

    private PaymentWords() {}

    /**
     * @param state as the payment capability names it
     */
    static String of(String state) {
        return switch (state) {
            case "INTENT" -> "begonnen";
            case "DEFERRED_DUE" -> "Karte gespeichert";
            case "AUTHORIZED" -> "vorgemerkt";
            case "CAPTURE_DUE" -> "wird abgebucht";
            case "CAPTURED" -> "abgebucht";
            case "CAPTURE_FAILED" -> "Abbuchen gescheitert";
            case "NEEDS_CUSTOMER" -> "wartet auf Kundschaft";
            case "DECLINED" -> "abgelehnt";
            case "VOIDED" -> "freigegeben ohne Abbuchung";
            case "REFUNDED" -> "erstattet";
            default -> state;
        };
    }
}
