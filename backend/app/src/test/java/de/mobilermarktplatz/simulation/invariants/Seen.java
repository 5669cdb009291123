package de.mobilermarktplatz.simulation.invariants;

import de.mobilermarktplatz.contract.journal.Closing;
import de.mobilermarktplatz.contract.journal.EntryBody;
import de.mobilermarktplatz.contract.journal.Handover;
import de.mobilermarktplatz.contract.journal.Load;
import de.mobilermarktplatz.contract.journal.Refused;
import de.mobilermarktplatz.contract.journal.StockCount;
import de.mobilermarktplatz.contract.journal.VoidReceipt;
import de.mobilermarktplatz.simulation.world.Sometimes;
import de.mobilermarktplatz.simulation.world.World;

/** Which kinds of entries a seed has produced. */
final class Seen {
    private Seen() {}

    static void note(World world, EntryBody body) {
        switch (body) {
            case VoidReceipt _ -> world.dice.reached(Sometimes.RECEIPT_VOIDED);
            case Handover _ -> world.dice.reached(Sometimes.ORDER_HANDED_OVER);
            case Refused refused ->
                    world.dice.reached(
                            refused.lines().size() == 1
                                    ? Sometimes.PART_OF_ORDER_REFUSED
                                    : Sometimes.ORDER_REFUSED);
            case Closing _ -> world.dice.reached(Sometimes.TOUR_CLOSED);
            case Load _ -> world.dice.reached(Sometimes.GOODS_LOADED);
            case StockCount _ -> world.dice.reached(Sometimes.GOODS_COUNTED_OFF);
            default -> {}
        }
    }
}
