package de.mobilermarktplatz.tablet.machine;

import de.mobilermarktplatz.contract.journal.AgeCheckResult;
import de.mobilermarktplatz.contract.journal.JournalEntry;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.tablet.core.Command;
import de.mobilermarktplatz.tablet.machine.feed.FeedMemory;
import de.mobilermarktplatz.tablet.machine.feed.FeedWrite;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody at the tablet wants and waits for. */
public sealed interface Wish {

    /**
     * @param original of a void: the entry of the receipt it names, read from the disk; else null
     */
    record Perform(Command command, @Nullable JournalEntry original) implements Wish {}

    /** A whole sale at once: scans and empties, then cash. */
    record Sell(List<Command> lines, Money tendered, @Nullable AgeCheckResult age) implements Wish {
        public Sell {
            lines = List.copyOf(lines);
        }
    }

    /** Empties: into the open basket, or paid out at once when none is open. */
    record Bottles(Command.BottlesBack back) implements Wish {}

    /**
     * @param snapshot CBOR as the server sent it, known to be readable
     */
    record TakeTour(Bytes snapshot) implements Wish {}

    /**
     * Keep what came down, and show the tour that follows from it.
     *
     * @param write nothing when only the view is to be made anew
     * @param feed as it is when that is on the disk
     */
    record Follow(FeedWrite write, FeedMemory feed) implements Wish {}

    /**
     * Talk to the server now.
     *
     * @param untilEmpty answered when nothing waits any more or a try fails; else after one reply
     */
    record Sync(boolean untilEmpty) implements Wish {}
}
