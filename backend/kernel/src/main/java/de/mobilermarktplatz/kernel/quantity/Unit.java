package de.mobilermarktplatz.kernel.quantity;

/** What an amount counts. */
public enum Unit {
    PIECE,
    /** Sold by weight; the price is per kilogram. */
    GRAM
}
