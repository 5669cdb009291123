package de.mobilermarktplatz.sync.domain;

import de.mobilermarktplatz.contract.journal.ReadEntry;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import java.util.ArrayList;
import java.util.List;

/**
 * What the server does when something arrives (sync.md 2.2). Pure and without memory: whoever calls
 * it loads the {@link View} that {@link #needs} asks for, carries the writes out in the same
 * transaction and answers after its commit. Chain-valid entries are stored first and understood
 * later: whatever does not fit becomes an office case, never a refusal.
 */
public final class ServerCore {

    /** Bodies kept apart per device; what comes then stays with the sender, who is told so. */
    public static final int MOST_APART = 500;

    /** Checks signatures. */
    @FunctionalInterface
    public interface Signatures {
        boolean signed(Bytes publicKey, Bytes message, Bytes signature);
    }

    private final Signatures signatures;
    private final Uploads uploads;

    /**
     * @param serverKeys the server's own public keys, 32 bytes each
     */
    public ServerCore(Signatures signatures, List<Bytes> serverKeys) {
        this.signatures = signatures;
        this.uploads = new Uploads(signatures, new Epochs(signatures, List.copyOf(serverKeys)));
    }

    /** With one key. */
    public ServerCore(Signatures signatures, Bytes serverKey) {
        this(signatures, List.of(serverKey));
    }

    public static Needs needs(Arrival arrival) {
        return NeedsOf.of(arrival);
    }

    public Decided step(View view, Arrival arrival) {
        return switch (arrival) {
            case Arrival.BatchArrived batch -> uploads.arrived(view, batch);
            case Arrival.BatchReleased released -> uploads.released(view, released.batch());
            case Arrival.EntriesAdopted adopted -> adopted(view, adopted);
            case Arrival.EntryArrived entry -> entry(view, entry);
            case Arrival.EntryUnderstood entry -> understood(view, entry);
        };
    }

    /** What is fresh of a batch that fits, to be taken one by one; empty if it does not fit. */
    public List<Link> links(View view, Arrival arrival) {
        return switch (arrival) {
            case Arrival.BatchArrived batch when view.device().revokedAt() == null ->
                    uploads.fresh(view, batch.batch());
            case Arrival.BatchReleased released -> uploads.fresh(view, released.batch().batch());
            default -> List.of();
        };
    }

    private Decided adopted(View view, Arrival.EntriesAdopted arrival) {
        Unfolding unfolding = new Unfolding(view, arrival.now(), signatures);
        for (int i = 0; i < arrival.entries().size(); i++) {
            ReadEntry read = arrival.read().get(i);
            if (!unfolding.knows(read.opId())) {
                Link link = unfolding.next(arrival.entries().get(i));
                if (arrival.spoilt()) {
                    unfolding.keep(link, read);
                } else {
                    unfolding.take(link, read);
                }
            }
        }
        return accepted(view, unfolding);
    }

    private Decided entry(View view, Arrival.EntryArrived arrival) {
        Unfolding unfolding = new Unfolding(view, arrival.now(), signatures);
        if (arrival.link().seq() == view.held().state().acked() + 1) {
            if (arrival.spoilt()) {
                unfolding.keep(arrival.link(), arrival.read());
            } else {
                unfolding.take(arrival.link(), arrival.read());
            }
        }
        return accepted(view, unfolding);
    }

    private Decided understood(View view, Arrival.EntryUnderstood arrival) {
        Unfolding unfolding = new Unfolding(view, arrival.now(), signatures);
        unfolding.understand(arrival.seq(), arrival.read());
        return accepted(view, unfolding);
    }

    static Decided accepted(View view, Unfolding unfolding) {
        List<Write> writes = new ArrayList<>(unfolding.writes());
        if (unfolding.state().acked() > view.held().state().acked()) {
            writes.addAll(FeedWrite.applied(view, unfolding.state()));
        }
        return new Decided(
                writes,
                new Outcome.Accepted(
                        unfolding.state(), view.held().durable(), view.held().epoch()));
    }
}
