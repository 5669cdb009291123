package de.mobilermarktplatz.tablet.machine;

import de.mobilermarktplatz.kernel.bytes.Bytes;
import java.util.List;
import java.util.Optional;

/**
 * The tablet's own medium. What {@link #commit} returned from is there after any crash, whole; what
 * it threw from is there whole or not at all, nobody knows which, and nothing more is ever written.
 */
public interface Disk {

    /**
     * @param start chain head before the first entry of all
     */
    Held held(Bytes start);

    /**
     * All or nothing, on the medium when it returns.
     *
     * @param beforeCommit last thing that happens before the commit; for fail points
     * @throws StoreFailed when it may not be there; every later call throws it too
     */
    void commit(Write write, Runnable beforeCommit);

    /**
     * Entries from {@code seq} on in order: at least one if there is any, more while their bytes
     * stay within the limit.
     */
    List<StoredEntry> entries(long seq, int limitBytes);

    /**
     * Chain head after an entry, also after the last forgotten one.
     *
     * @return empty beyond the journal's end, before its kept beginning, and for 0 when nothing was
     *     forgotten
     */
    Optional<Bytes> hashAfter(long seq);

    /** The entry that a receipt was issued for; empty when there is none (any more). */
    Optional<StoredEntry> entryOfReceipt(long number);

    /** Whether an earlier commit failed, so that nothing may be sold any more. */
    boolean broken();
}
