package de.mobilermarktplatz.payment.domain;

import java.time.LocalDate;

/** What Checkout does with the card. */
public enum CheckoutMode {
    /** Hold the money now, take what was delivered later. */
    AUTHORISE,
    /** Save the card; hold the money when the market day is near. */
    SAVE_CARD,
    /** No Checkout at all: a card saved before is charged at once. */
    CHARGE;

    /**
     * A hold lasts seven days: four before the market day leave three for a van without a network.
     */
    public static final int AUTHORISE_DAYS_BEFORE = 4;

    public static CheckoutMode of(LocalDate today, LocalDate marketDay) {
        return mayAuthorise(today, marketDay) ? AUTHORISE : SAVE_CARD;
    }

    public static boolean mayAuthorise(LocalDate today, LocalDate marketDay) {
        return !today.plusDays(AUTHORISE_DAYS_BEFORE).isBefore(marketDay);
    }
}
