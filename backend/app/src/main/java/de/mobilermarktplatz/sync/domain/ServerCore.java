package de.mobilermarktplatz.sync.domain;

import de.mobilermarktplatz.contract.journal.ReadEntry;
import de.mobilermarktplatz.contract.upload.SignedAck;
import de.mobilermarktplatz.contract.upload.UploadBatch;
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
    private final List<Bytes> serverKeys;

    /**
     * @param serverKeys the server's own public keys, 32 bytes each
     */
    public ServerCore(Signatures signatures, List<Bytes> serverKeys) {
        this.signatures = signatures;
        this.serverKeys = List.copyOf(serverKeys);
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
            case Arrival.BatchArrived batch -> batch(view, batch);
            case Arrival.BatchReleased released -> released(view, released.batch());
            case Arrival.EntriesAdopted adopted -> adopted(view, adopted);
            case Arrival.EntryArrived entry -> entry(view, entry);
            case Arrival.EntryUnderstood entry -> understood(view, entry);
        };
    }

    /** What is fresh of a batch that fits, to be taken one by one; empty if it does not fit. */
    public List<Link> links(View view, Arrival arrival) {
        return switch (arrival) {
            case Arrival.BatchArrived batch when view.device().revokedAt() == null ->
                    fresh(view, batch.batch());
            case Arrival.BatchReleased released -> fresh(view, released.batch().batch());
            default -> List.of();
        };
    }

    private List<Link> fresh(View view, UploadBatch batch) {
        return verdict(view, batch) instanceof BatchVerdict.Fits fits ? fits.fresh() : List.of();
    }

    /** What does not fit stays where it is kept already. */
    private Decided released(View view, Arrival.BatchArrived arrival) {
        HeldJournal held = view.held();
        return switch (verdict(view, arrival.batch())) {
            case BatchVerdict.Fits fits -> fits(view, arrival, fits.fresh());
            case BatchVerdict.Gap gap ->
                    Decided.nothing(new Outcome.Behind(held.state(), held.durable(), held.epoch()));
            case BatchVerdict.Fork fork -> Decided.nothing(new Outcome.KeptApart("FORK", true));
            case BatchVerdict.BadSignature bad ->
                    Decided.nothing(new Outcome.KeptApart("BAD_SIGNATURE", true));
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

    private Decided batch(View view, Arrival.BatchArrived arrival) {
        if (view.device().revokedAt() != null) {
            return apart(view, arrival, "REVOKED");
        }
        return switch (verdict(view, arrival.batch())) {
            case BatchVerdict.Fits fits -> fits(view, arrival, fits.fresh());
            case BatchVerdict.Gap gap -> behind(view, arrival.batch());
            case BatchVerdict.Fork fork -> apart(view, arrival, "FORK");
            case BatchVerdict.BadSignature bad -> apart(view, arrival, "BAD_SIGNATURE");
        };
    }

    private BatchVerdict verdict(View view, UploadBatch batch) {
        return BatchCheck.check(
                view.held().state(),
                batch,
                view.held().overlap(),
                head ->
                        view.device().keys().stream()
                                .anyMatch(
                                        key ->
                                                signatures.signed(
                                                        key.publicKey(), head, batch.signature())));
    }

    private Decided fits(View view, Arrival.BatchArrived arrival, List<Link> fresh) {
        Unfolding unfolding = new Unfolding(view, arrival.now(), signatures);
        long from = arrival.batch().from();
        for (Link link : fresh) {
            unfolding.take(link, arrival.read().get(Math.toIntExact(link.seq() - from)));
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

    private static Decided accepted(View view, Unfolding unfolding) {
        List<Write> writes = new ArrayList<>(unfolding.writes());
        if (unfolding.state().acked() > view.held().state().acked()) {
            writes.addAll(FeedWrite.applied(view, unfolding.state()));
        }
        return new Decided(
                writes,
                new Outcome.Accepted(
                        unfolding.state(), view.held().durable(), view.held().epoch()));
    }

    /**
     * A tablet that holds our own signature for more than we have proves that we were restored from
     * a backup.
     */
    private Decided behind(View view, UploadBatch batch) {
        HeldJournal held = view.held();
        SignedAck last = batch.lastAck();
        boolean restored =
                last != null
                        && last.ack() > held.state().acked()
                        && serverKeys.stream()
                                .anyMatch(
                                        key ->
                                                signatures.signed(
                                                        key,
                                                        Bytes.of(
                                                                last.statement(
                                                                                held.state()
                                                                                        .journal())
                                                                        .toSign()),
                                                        last.signature()));
        long epoch = restored ? Math.max(held.epoch(), batch.epochSeen() + 1) : held.epoch();
        List<Write> writes = new ArrayList<>();
        if (epoch > held.epoch()) {
            writes.add(new JournalWrite.RaiseEpoch(epoch));
        }
        return new Decided(writes, new Outcome.Behind(held.state(), held.durable(), epoch));
    }

    private static Decided apart(View view, Arrival.BatchArrived arrival, String reason) {
        if (view.held().apart() >= MOST_APART) {
            return new Decided(
                    List.of(Cases.quarantineFull(view, arrival)),
                    new Outcome.KeptApart(reason, false));
        }
        return new Decided(
                List.of(
                        new CaseWrite.Quarantine(
                                view.held().state().journal(),
                                reason,
                                arrival.body(),
                                arrival.now())),
                new Outcome.KeptApart(reason, true));
    }
}
