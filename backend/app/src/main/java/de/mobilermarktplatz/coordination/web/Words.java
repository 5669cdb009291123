package de.mobilermarktplatz.coordination.web;

/** Amounts as the desk reads them. */
final class Words {

    private static final long CENTS = 100;
    private static final int TEN = 10;

    private Words() {}

    /** "-1.234,05 €" without the thousands dot. */
    static String euros(long cents) {
        long part = Math.abs(cents % CENTS);
        return (cents < 0 ? "-" : "")
                + Math.abs(cents / CENTS)
                + (part < TEN ? ",0" : ",")
                + part
                + " €";
    }

    /**
     * @param unit PIECE or GRAM
     */
    static String amount(long amount, String unit) {
        return unit.equals("GRAM") ? amount + " g" : String.valueOf(amount);
    }

    /** "stimmt" is said in words, not by colour alone. */
    static String difference(long cents) {
        return cents == 0 ? "stimmt" : euros(cents);
    }
}
