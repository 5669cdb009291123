package de.mobilermarktplatz.sync.domain;

import de.mobilermarktplatz.contract.upload.UploadBatch;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.chain.HashChain;
import de.mobilermarktplatz.sync.domain.BatchVerdict.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Checks a batch against the chain held so far. Pure: the caller fetches what is held and carries
 * the verdict out.
 */
public final class BatchCheck {

    private BatchCheck() {}

    /**
     * @param held links that the server already holds from {@code batch.from()} on, in order
     * @param before chain head before {@code batch.from()}
     * @param signedByDevice whether the batch's signature is the device's over this head
     */
    public static BatchVerdict check(
            JournalState state,
            UploadBatch batch,
            List<Link> held,
            Bytes before,
            Predicate<Bytes> signedByDevice) {
        if (batch.from() > state.acked() + 1) {
            return new BatchVerdict.Gap(state.acked());
        }
        if (!before.startsWith(batch.prevHash8())) {
            return new BatchVerdict.Fork(batch.from() - 1);
        }
        List<Link> links = chained(state, batch, before);
        Bytes head = links.isEmpty() ? before : links.getLast().hash();
        if (!signedByDevice.test(head)) {
            return new BatchVerdict.BadSignature();
        }
        for (int i = 0; i < Math.min(held.size(), links.size()); i++) {
            if (!held.get(i).hash().equals(links.get(i).hash())) {
                return new BatchVerdict.Fork(links.get(i).seq());
            }
        }
        return new BatchVerdict.Fits(
                links.stream().filter(link -> link.seq() > state.acked()).toList());
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
