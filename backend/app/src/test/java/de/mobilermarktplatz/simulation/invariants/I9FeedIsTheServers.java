package de.mobilermarktplatz.simulation.invariants;

import de.mobilermarktplatz.contract.feed.StateHash;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.simulation.world.Broken;
import java.util.Map;

/** What a tablet has of a stream is what the server has, to the last byte. */
final class I9FeedIsTheServers {
    private I9FeedIsTheServers() {}

    /**
     * @param seq of the tablet's last entry
     * @param head number of the server's
     * @param hash the server's fingerprint at its head
     */
    static void check(
            String name,
            long seq,
            Map<String, Bytes> has,
            long head,
            Map<String, Bytes> items,
            Bytes hash) {
        Broken.unless(seq == head, "I9", name + " is at " + seq + ", the server at " + head);
        Broken.unless(has.equals(items), "I9", name + " has other items than the server");
        Broken.unless(StateHash.of(items).equals(hash), "I9", name + ": the server's own hash");
    }
}
