package de.mobilermarktplatz.simulation.people;

import de.mobilermarktplatz.contract.journal.EntryCodec;
import de.mobilermarktplatz.contract.journal.JournalEntry;
import de.mobilermarktplatz.contract.journal.KeyRoll;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.chain.HashChain;
import de.mobilermarktplatz.kernel.id.BootId;
import de.mobilermarktplatz.kernel.id.OpId;
import de.mobilermarktplatz.simulation.disk.SimDisk;
import de.mobilermarktplatz.simulation.world.Signing;
import de.mobilermarktplatz.tablet.machine.Head;
import de.mobilermarktplatz.tablet.machine.StoredEntry;
import de.mobilermarktplatz.tablet.machine.Write;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;

/**
 * The keys of one tablet, made before they are announced. Which one holds is for the journal to
 * say: the one that its last announcement names.
 */
final class KeyRing {
    private record Announced(Bytes hash, Signing.Key key) {}

    private final Signing.Key first;

    /** By the sequence of the announcement; one that never came onto the disk is dropped. */
    private final TreeMap<Long, Announced> announced = new TreeMap<>();

    private Signing.Key newest;

    KeyRing(Signing.Key first) {
        this.first = first;
        this.newest = first;
    }

    /** The key that holds behind what the disk has. */
    Signing.Key of(SimDisk disk) {
        announced
                .entrySet()
                .removeIf(
                        one ->
                                one.getKey() > disk.forgottenUpTo()
                                        && disk.hashAfter(one.getKey())
                                                .filter(one.getValue().hash()::equals)
                                                .isEmpty());
        return announced.isEmpty() ? first : announced.lastEntry().getValue().key();
    }

    /** The last one that was made: whoever takes it without a look at the journal is wrong. */
    Signing.Key newest() {
        return newest;
    }

    /**
     * The entry that announces the next key, signed by the present one.
     *
     * @param at operation, time and start of the program that writes it
     */
    Write.Row roll(Identity whose, SimDisk disk, Head end, Signing.Key next, At at) {
        var present = of(disk);
        var body = new KeyRoll(next.publicKey(), next.signer().sign(present.publicKey().toArray()));
        var entry =
                JournalEntry.of(
                        end.seq() + 1, at.op(), 0, at.wall(), at.mono(), at.boot(), 0, body);
        var bytes = Bytes.of(EntryCodec.encode(entry));
        var hash = HashChain.next(whose.journal(), entry.seq(), end.hash(), bytes);
        announced.put(entry.seq(), new Announced(hash, next));
        newest = next;
        var stored =
                new StoredEntry(entry.seq(), bytes, hash, present.signer().sign(hash.toArray()));
        return new Write.Row(entry.opId(), stored, List.of());
    }

    record At(OpId op, Instant wall, long mono, BootId boot) {}
}
