package de.mobilermarktplatz.simulation.people;

import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.simulation.disk.SimDisk;
import de.mobilermarktplatz.simulation.world.Broken;
import de.mobilermarktplatz.simulation.world.Sometimes;
import de.mobilermarktplatz.simulation.world.World;
import de.mobilermarktplatz.tablet.machine.Held;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** What people saw of one tablet: paper and answers. It must stay true for ever. */
public final class Shown {
    private final TreeMap<Long, Bytes> hashes = new TreeMap<>();
    private final List<String> said = new ArrayList<>();
    private long highestOnDisk;
    private long mirroredUpTo;
    private boolean changed;

    /** Chain heads of the entries that somebody saw, by sequence. */
    public TreeMap<Long, Bytes> hashes() {
        return hashes;
    }

    public long upTo() {
        return hashes.isEmpty() ? 0 : hashes.lastKey();
    }

    public long mirroredUpTo() {
        return mirroredUpTo;
    }

    void mirrored(long upTo) {
        mirroredUpTo = Math.max(mirroredUpTo, upTo);
    }

    /** Another card is in the slot: only what is on it is copied. */
    void onAnotherCard(long upTo) {
        mirroredUpTo = upTo;
        changed = true;
    }

    /** Whether what is copied is not on the card that it was copied to first. */
    public boolean isOnAnotherCard() {
        return changed;
    }

    void said(String words) {
        said.add(words);
    }

    /** Every answer to whoever works with it, in order. */
    public List<String> said() {
        return List.copyOf(said);
    }

    void printed(long seq, SimDisk disk, World world) {
        see(seq, disk, world);
    }

    /** An answer shows everything up to the journal's end. */
    void answered(long head, SimDisk disk, World world) {
        for (long seq = Math.max(upTo(), disk.forgottenUpTo()) + 1; seq <= head; seq++) {
            see(seq, disk, world);
        }
    }

    private void see(long seq, SimDisk disk, World world) {
        var hash = disk.durableHash(seq);
        Broken.unless(hash != null, "I1", "entry " + seq + " is shown, but not on the disk");
        hashes.put(seq, hash);
        highestOnDisk = Math.max(highestOnDisk, seq);
    }

    /** Whatever was seen before is still there. */
    void checkStart(Held held, SimDisk disk, World world) {
        long head = held.head().seq();
        if (head > highestOnDisk) {
            world.dice.reached(Sometimes.COMMIT_SURVIVED_THE_CRASH_BUT_NOBODY_SAW_IT);
            highestOnDisk = head;
        }
        Broken.unless(
                head >= upTo(),
                "I10",
                "entry " + upTo() + " was seen, the journal ends at " + head);
        for (var seen : hashes.tailMap(disk.forgottenUpTo(), false).entrySet()) {
            Broken.unless(
                    disk.hashAfter(seen.getKey()).filter(seen.getValue()::equals).isPresent(),
                    "I10",
                    "entry " + seen.getKey() + " is not the one that was seen");
        }
    }
}
