package de.mobilermarktplatz.simulation.invariants;

import de.mobilermarktplatz.kernel.id.JournalId;
import de.mobilermarktplatz.simulation.world.Broken;
import de.mobilermarktplatz.sync.domain.JournalWrite.LinkParent;
import de.mobilermarktplatz.tablet.machine.Head;

/** A journal that goes on names the one before, and nothing was written there afterwards. */
final class I3GoesOnAtTheEnd {
    private I3GoesOnAtTheEnd() {}

    /**
     * @param link what the server noted, null for nothing
     * @param end of the journal before, as its tablet has it
     */
    static void check(String name, LinkParent link, JournalId before, Head end) {
        Broken.unless(link != null, "I3", name + " goes on, nobody knows where");
        Broken.unless(
                link.parent().equals(before)
                        && link.parentSeq() == end.seq()
                        && link.parentHead().equals(end.hash()),
                "I3",
                name + " goes on at " + link.parentSeq() + ", not at " + end.seq());
    }
}
