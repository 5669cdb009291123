package de.mobilermarktplatz.sync.domain;

import de.mobilermarktplatz.contract.upload.UploadBatch;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import java.util.List;

/** Batches: what fits comes into the books, all else is kept apart and nothing is lost. */
final class Uploads {

    private final ServerCore.Signatures signatures;
    private final Epochs epochs;

    Uploads(ServerCore.Signatures signatures, Epochs epochs) {
        this.signatures = signatures;
        this.epochs = epochs;
    }

    List<Link> fresh(View view, UploadBatch batch) {
        return verdict(view, batch) instanceof BatchVerdict.Fits fits ? fits.fresh() : List.of();
    }

    /** What does not fit stays where it is kept already. */
    Decided released(View view, Arrival.BatchArrived arrival) {
        return switch (verdict(view, arrival.batch())) {
            case BatchVerdict.Fits fits -> fits(view, arrival, fits.fresh());
            case BatchVerdict.Gap gap -> Decided.nothing(behind(view));
            case BatchVerdict.Fork fork ->
                    Decided.nothing(new Outcome.KeptApart("FORK", true, null));
            case BatchVerdict.BadSignature bad ->
                    Decided.nothing(new Outcome.KeptApart("BAD_SIGNATURE", true, null));
        };
    }

    Decided arrived(View before, Arrival.BatchArrived arrival) {
        BatchVerdict verdict = verdict(before, arrival.batch());
        Apart apart = new Apart(before, arrival, head -> signed(before, arrival.batch(), head));
        if (before.device().revokedAt() != null) {
            return revoked(before, arrival, verdict, apart);
        }
        View view = seen(before, arrival.batch(), verdict);
        Decided decided =
                switch (verdict) {
                    case BatchVerdict.Fits fits -> fits(view, arrival, fits.fresh());
                    case BatchVerdict.Gap gap ->
                            apart.continues()
                                    .map(reason -> apart.because(reason, view))
                                    .orElseGet(() -> Decided.nothing(behind(view)));
                    case BatchVerdict.Fork fork -> apart.because("FORK", view);
                    case BatchVerdict.BadSignature bad -> apart.because("BAD_SIGNATURE", view);
                };
        return risen(before, arrival, view.held().epoch(), decided);
    }

    /** A server that learns that it went back has forgotten what the desk blocked since. */
    private static Decided risen(
            View before, Arrival.BatchArrived arrival, long epoch, Decided decided) {
        return epoch > before.held().epoch()
                ? decided.and(new JournalWrite.RaiseEpoch(epoch))
                        .and(TabletCases.restored(before, before.held().epoch(), arrival.now()))
                : decided;
    }

    /** What is held already is told to anybody; all else waits for a person. */
    private Decided revoked(
            View view, Arrival.BatchArrived arrival, BatchVerdict verdict, Apart apart) {
        return switch (verdict) {
            case BatchVerdict.Fits fits when fits.fresh().isEmpty() ->
                    Decided.nothing(
                            new Outcome.Accepted(
                                    view.held().state(),
                                    view.held().durable(),
                                    view.held().epoch()));
            case BatchVerdict.Gap gap when apart.continues().isEmpty() -> {
                // Kept all the same, but the sender must begin where it is understood.
                long epoch = epochs.proven(view.held(), arrival.batch());
                View risen = view.with(view.held().withEpoch(epoch));
                Decided kept = new Decided(apart.because("REVOKED", view).writes(), behind(risen));
                yield risen(view, arrival, epoch, kept);
            }
            default -> apart.because("REVOKED", view);
        };
    }

    /** With the epoch that this batch proves; one that does not fit proves nothing. */
    private View seen(View view, UploadBatch batch, BatchVerdict verdict) {
        boolean believed =
                verdict instanceof BatchVerdict.Fits || verdict instanceof BatchVerdict.Gap;
        return believed ? view.with(view.held().withEpoch(epochs.after(view.held(), batch))) : view;
    }

    private boolean signed(View view, UploadBatch batch, Bytes head) {
        return view.device().keys().stream()
                .anyMatch(key -> signatures.signed(key.publicKey(), head, batch.signature()));
    }

    private BatchVerdict verdict(View view, UploadBatch batch) {
        return BatchCheck.check(
                view.held().state(),
                batch,
                view.held().overlap(),
                head -> signed(view, batch, head));
    }

    private Decided fits(View view, Arrival.BatchArrived arrival, List<Link> fresh) {
        Unfolding unfolding = new Unfolding(view, arrival.now(), signatures);
        long from = arrival.batch().from();
        for (Link link : fresh) {
            unfolding.take(link, arrival.read().get(Math.toIntExact(link.seq() - from)));
        }
        return ServerCore.accepted(view, unfolding);
    }

    private static Outcome behind(View view) {
        HeldJournal held = view.held();
        return new Outcome.Behind(held.state(), held.durable(), held.epoch());
    }
}
