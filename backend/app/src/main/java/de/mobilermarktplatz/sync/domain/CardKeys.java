package de.mobilermarktplatz.sync.domain;

import de.mobilermarktplatz.contract.journal.JournalEntry;
import de.mobilermarktplatz.contract.journal.KeyRoll;
import de.mobilermarktplatz.contract.mirror.MirrorEntry;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import java.util.ArrayList;
import java.util.List;

/**
 * Whose signatures prove a card: the device's keys, and those that it announced in entries of the
 * card that are proven themselves. The server may never have seen the announcement.
 */
public final class CardKeys {

    private final List<Bytes> keys;
    private final ServerCore.Signatures signatures;

    /**
     * @param known the device's keys, 32 bytes each
     */
    public CardKeys(List<Bytes> known, ServerCore.Signatures signatures) {
        this.keys = new ArrayList<>(known);
        this.signatures = signatures;
    }

    boolean signed(Bytes head, Bytes signature) {
        return keys.stream().anyMatch(key -> signatures.signed(key, head, signature));
    }

    /**
     * @param proven by a key known so far
     */
    void learn(MirrorEntry proven) {
        if (rolls(proven) instanceof KeyRoll roll
                && keys.stream()
                        .anyMatch(
                                old -> signatures.signed(roll.newPublicKey(), old, roll.proof()))) {
            keys.add(roll.newPublicKey());
        }
    }

    /** Whether entries behind this one are signed by another key. */
    static boolean endsAKey(MirrorEntry entry) {
        return rolls(entry) instanceof KeyRoll;
    }

    private static Object rolls(MirrorEntry entry) {
        return Entries.read(entry.seq(), entry.entry()) instanceof JournalEntry read
                ? read.body()
                : entry;
    }
}
