package de.mobilermarktplatz.sync.domain;

import de.mobilermarktplatz.kernel.id.CrateId;
import de.mobilermarktplatz.kernel.id.FactId;
import de.mobilermarktplatz.kernel.id.OpId;
import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.kernel.id.TourId;
import java.util.Set;

/**
 * What must be loaded into a {@link View} before the core can decide.
 *
 * @param overlapFrom first sequence whose hash is wanted, may be 0
 * @param overlapMost how many
 * @param operations those of the entries
 * @param receipts numbers of the receipts that the entries write
 * @param orders orders named by entries; those inside the crates are loaded as well, all with their
 *     lines locked
 * @param crates that are loaded aboard
 * @param tours named by entries
 * @param closing whether one of the tours is to be closed, so that they must be locked
 * @param requests that entries answer
 */
public record Needs(
        long overlapFrom,
        int overlapMost,
        Set<OpId> operations,
        Set<Long> receipts,
        Set<OrderId> orders,
        Set<CrateId> crates,
        Set<TourId> tours,
        boolean closing,
        Set<FactId> requests) {

    /** The journal and its device alone. */
    public static final Needs NOTHING =
            new Needs(0, 0, Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), false, Set.of());
}
