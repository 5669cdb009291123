package de.mobilermarktplatz.sync.domain;

import de.mobilermarktplatz.contract.upload.UploadBatch;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.chain.HashChain;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps batches apart that do not come into the books, and says how far the sender may count on it.
 */
final class Apart {

    private final HeldJournal held;
    private final Arrival.BatchArrived arrival;
    private final Predicate<Bytes> signedByDevice;

    Apart(View view, Arrival.BatchArrived arrival, Predicate<Bytes> signedByDevice) {
        this.held = view.held();
        this.arrival = arrival;
        this.signedByDevice = signedByDevice;
    }

    /** Why the entries before this batch are kept apart, when they are. */
    Optional<String> continues() {
        UploadBatch batch = arrival.batch();
        return keptBefore()
                .filter(kept -> kept.head().startsWith(batch.prevHash8()))
                .map(KeptHead::reason)
                .findFirst();
    }

    /** Kept as it came, once however often it comes; a batch without entries leaves nothing. */
    Decided because(String reason, View view) {
        @Nullable KeptHead end = end(reason);
        if (arrival.batch().entries().isEmpty() || end != null && held.kept().contains(end)) {
            return Decided.nothing(new Outcome.KeptApart(reason, true, end));
        }
        if (held.apart() >= ServerCore.MOST_APART) {
            return new Decided(
                    List.of(Cases.quarantineFull(view, arrival)),
                    new Outcome.KeptApart(reason, false, null));
        }
        return new Decided(
                List.of(
                        new CaseWrite.Quarantine(
                                held.state().journal(),
                                reason,
                                arrival.body(),
                                arrival.now(),
                                end == null
                                        ? null
                                        : new CaseWrite.KeptLink(
                                                arrival.batch().from(), end.seq(), end.head()))),
                new Outcome.KeptApart(reason, true, end));
    }

    /** Null when nobody knows what comes before it. */
    private @Nullable KeptHead end(String reason) {
        UploadBatch batch = arrival.batch();
        List<Bytes> heads =
                before().stream()
                        .filter(before -> before.startsWith(batch.prevHash8()))
                        .map(this::after)
                        .toList();
        Optional<Bytes> head =
                heads.stream()
                        .filter(signedByDevice)
                        .findFirst()
                        .or(() -> heads.stream().findFirst());
        long last = batch.from() - 1 + batch.entries().size();
        return head.map(found -> known(new KeptHead(last, found, reason))).orElse(null);
    }

    /** One that is kept already stays kept for the reason it had. */
    private KeptHead known(KeptHead end) {
        return held.kept().stream()
                .filter(kept -> kept.seq() == end.seq() && kept.head().equals(end.head()))
                .findFirst()
                .orElse(end);
    }

    private List<Bytes> before() {
        JournalState state = held.state();
        long seq = arrival.batch().from() - 1;
        List<Bytes> before = new ArrayList<>();
        if (seq == 0) {
            before.add(state.start());
        } else if (seq == state.acked()) {
            before.add(state.head());
        } else if (held.overlap().containsKey(seq)) {
            before.add(Objects.requireNonNull(held.overlap().get(seq)));
        }
        keptBefore().map(KeptHead::head).forEach(before::add);
        return before;
    }

    private Stream<KeptHead> keptBefore() {
        return held.kept().stream().filter(kept -> kept.seq() == arrival.batch().from() - 1);
    }

    private Bytes after(Bytes before) {
        Bytes head = before;
        long seq = arrival.batch().from();
        for (Bytes entry : arrival.batch().entries()) {
            head = HashChain.next(held.state().journal(), seq++, head, entry);
        }
        return head;
    }
}
