package de.mobilermarktplatz.tablet.ui.frame;

import de.mobilermarktplatz.tablet.core.Command;
import java.util.Optional;

/** Where the driver can be; each place has one screen. */
public sealed interface Place {
    /** A one-time code makes this tablet a till. */
    record Enrol() implements Place {}

    /** The PIN: a new one when there is none yet. */
    record Pin() implements Place {}

    /** Tours to take along. */
    record Tours() implements Place {}

    /** The stops of the day. */
    record Tour() implements Place {}

    /** The counter. */
    record Sale() implements Place {}

    /** Crates and loose goods come aboard. */
    record GoodsIn() implements Place {}

    /** Drawer, leftovers, closing. */
    record CashUp() implements Place {}

    /**
     * One stop with its orders.
     *
     * @param visit its number; 0 for where the van stands or goes next
     */
    record Stop(int visit) implements Place {}

    /**
     * Giving a pre-order to its customer.
     *
     * @param proof what the customer showed; empty when the driver is about to type it
     */
    record Handover(Optional<Command.Proof> proof) implements Place {}

    /** Where the entries are, and what else a driver rarely needs. */
    record Office() implements Place {}

    /**
     * Something that must not happen.
     *
     * @param code short, to be read out on the telephone
     * @param sentence German
     */
    record Trouble(String code, String sentence) implements Place {}
}
