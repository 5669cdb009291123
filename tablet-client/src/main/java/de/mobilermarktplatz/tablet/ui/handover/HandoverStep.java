package de.mobilermarktplatz.tablet.ui.handover;

import de.mobilermarktplatz.kernel.money.Money;

/** What the screen is about right now. */
sealed interface HandoverStep {
    /** Which order? A code is scanned or typed. */
    record Finding() implements HandoverStep {}

    /** What of it does the customer take? */
    record Checking() implements HandoverStep {}

    /** Why is something left? */
    record AskReason() implements HandoverStep {}

    /**
     * Old enough?
     *
     * @param years 16 or 18
     */
    record AskAge(int years) implements HandoverStep {}

    record Paying(Money due) implements HandoverStep {}

    /**
     * It is on the disk, and the receipt is printed.
     *
     * @param change to give back
     * @param receipt its text; empty when nothing was paid here
     */
    record Done(String title, Money change, String receipt) implements HandoverStep {}
}
