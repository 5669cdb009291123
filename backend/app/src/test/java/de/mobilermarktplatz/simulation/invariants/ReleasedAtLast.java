package de.mobilermarktplatz.simulation.invariants;

import de.mobilermarktplatz.contract.journal.EntryCodec;
import de.mobilermarktplatz.contract.upload.UploadBatch;
import de.mobilermarktplatz.simulation.Fleet;
import de.mobilermarktplatz.simulation.db.Tables;
import de.mobilermarktplatz.simulation.people.SimTablet;
import de.mobilermarktplatz.simulation.world.Broken;
import de.mobilermarktplatz.sync.domain.CaseWrite;

/**
 * When a person has taken everything that was kept apart for honest, it is in the books: what a
 * stolen tablet sold before it was revoked, and what both twins of a copied one sold.
 */
final class ReleasedAtLast {
    private ReleasedAtLast() {}

    static void check(Tables tables, Fleet fleet) {
        for (var kept : tables.apart.values()) {
            Broken.unless(
                    tables.released.contains(kept.body()) || isKnown(tables, kept),
                    "I11",
                    "a body kept as " + kept.reason() + " finds no way into the books");
        }
        for (var tablet : fleet.tablets()) {
            if (!tablet.isGone() && !fleet.isHonest(tablet)) {
                inTheBooks(tables, tablet);
            }
        }
    }

    /** A longer body had all of it. */
    private static boolean isKnown(Tables tables, CaseWrite.Quarantine kept) {
        return UploadBatch.decode(kept.body().toArray()).entries().stream()
                .map(entry -> EntryCodec.decode(entry.toArray()).opId())
                .allMatch(tables.operations::containsKey);
    }

    /** All that such a tablet ever showed and still has. */
    private static void inTheBooks(Tables tables, SimTablet tablet) {
        for (long seq : tablet.shown.hashes().keySet()) {
            var op = tablet.opOf(seq);
            Broken.unless(
                    op == null || tables.operations.containsKey(op),
                    "I2",
                    "entry " + seq + " of " + tablet.name() + " was seen, is kept by nobody");
        }
    }
}
