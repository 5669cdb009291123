package de.mobilermarktplatz.sync.domain;

import de.mobilermarktplatz.contract.upload.UploadBatch;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.chain.HashChain;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Checks a batch against the chain held so far. Pure. */
final class BatchCheck {

    private BatchCheck() {}

    /**
     * @param held hashes of the links that the server holds from {@code batch.from() - 1} on
     * @param signedByDevice whether the batch's signature is the device's over this head
     */
    static BatchVerdict check(
            JournalState state,
            UploadBatch batch,
            Map<Long, Bytes> held,
            Predicate<Bytes> signedByDevice) {
        if (batch.from() > state.acked() + 1) {
            return new BatchVerdict.Gap(state.acked());
        }
        Bytes before = before(state, batch.from(), held);
        if (!before.startsWith(batch.prevHash8())) {
            return new BatchVerdict.Fork(batch.from() - 1);
        }
        List<Link> links = chained(state, batch, before);
        Bytes head = links.isEmpty() ? before : links.getLast().hash();
        if (!signedByDevice.test(head)) {
            return new BatchVerdict.BadSignature();
        }
        for (Link link : links) {
            if (link.seq() <= state.acked() && !link.hash().equals(held.get(link.seq()))) {
                return new BatchVerdict.Fork(link.seq());
            }
        }
        return new BatchVerdict.Fits(
                links.stream().filter(link -> link.seq() > state.acked()).toList());
    }

    private static Bytes before(JournalState state, long from, Map<Long, Bytes> held) {
        if (from == 1) {
            return state.start();
        }
        return from == state.acked() + 1 ? state.head() : held.getOrDefault(from - 1, state.head());
    }

    private static List<Link> chained(JournalState state, UploadBatch batch, Bytes before) {
        List<Link> links = new ArrayList<>(batch.entries().size());
        Bytes head = before;
        long seq = batch.from();
        for (Bytes entry : batch.entries()) {
            head = HashChain.next(state.journal(), seq, head, entry);
            links.add(new Link(seq, entry, head));
            seq++;
        }
        return links;
    }
}
