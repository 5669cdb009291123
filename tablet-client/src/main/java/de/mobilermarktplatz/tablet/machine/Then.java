package de.mobilermarktplatz.tablet.machine;

import de.mobilermarktplatz.tablet.core.Command;
import java.util.List;

/** What follows a commit once it is on the disk, and never before. */
sealed interface Then {

    /** Paper, drawer, answer. */
    record Tell(long asker, Answer answer, List<Printout> printouts) implements Then {}

    /** The scanned lines are safe; now the payment of the same wish. */
    record Pay(long asker, Command.Pay pay) implements Then {}

    /**
     * The line goes on.
     *
     * @param ticket of the batch whose acknowledgement this was
     */
    record LineOn(long ticket) implements Then {}

    /** Older entries are forgotten; perhaps there are more. */
    record Pruned() implements Then {}

    record Nothing() implements Then {}
}
