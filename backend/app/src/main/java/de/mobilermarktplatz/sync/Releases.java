package de.mobilermarktplatz.sync;

import de.mobilermarktplatz.contract.upload.UploadBatch;
import de.mobilermarktplatz.contract.wire.WireException;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.chain.HashChain;
import de.mobilermarktplatz.kernel.id.PersonId;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.sync.domain.CaseWrite.KeptLink;
import de.mobilermarktplatz.sync.store.QuarantineStore;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What was kept apart, and its way into the books: a person looks at it and says why. The body
 * itself stays for ever; released twice it changes nothing.
 */
@Service
public class Releases {

    /** More than this on one page helps nobody. */
    private static final int MOST = 200;

    private final QuarantineStore store;
    private final Devices devices;
    private final Adoption adoption;
    private final InstantSource clock;

    Releases(QuarantineStore store, Devices devices, Adoption adoption, InstantSource clock) {
        this.store = store;
        this.devices = devices;
        this.adoption = adoption;
        this.clock = clock;
    }

    /** How a release ended. */
    public sealed interface Result {
        /**
         * @param fresh entries that were not in the books before
         */
        record Released(long entries, long fresh) implements Result {}

        /** Entries before it are missing: they wait elsewhere, or must come first. */
        record NotYet(long acked) implements Result {}

        /** Nobody can prove that it is this tablet's. */
        record NotProven() implements Result {}

        /** No batch of any version. */
        record Unreadable() implements Result {}
    }

    /** The waiting ones first, {@value #MOST} at most. */
    public Flux<KeptBatch> all(Region region) {
        return store.all(region, MOST);
    }

    /**
     * Takes a body into the books.
     *
     * @param reason in a person's words, at most 500 characters
     * @return empty when there is no such body
     */
    public Mono<Result> release(Region region, UUID id, @Nullable PersonId person, String reason) {
        return store.find(region, id)
                .flatMap(
                        kept ->
                                devices.find(region, kept.device())
                                        .flatMap(device -> take(region, device, kept))
                                        .flatMap(
                                                result ->
                                                        noted(region, id, person, reason, result)));
    }

    private Mono<Result> take(Region region, Device device, KeptBatch kept) {
        UploadBatch batch;
        try {
            batch = UploadBatch.decode(kept.body());
        } catch (WireException | IllegalArgumentException unreadable) {
            return Mono.just(new Result.Unreadable());
        }
        return store.acked(region, kept.journal())
                .flatMap(
                        before ->
                                adoption.trusted(region, device, kept.journal(), batch)
                                        .flatMap(
                                                taken ->
                                                        result(
                                                                region, device, kept, batch, before,
                                                                taken)));
    }

    private Mono<Result> result(
            Region region,
            Device device,
            KeptBatch kept,
            UploadBatch batch,
            long before,
            Journals.Taken taken) {
        return switch (taken) {
            case Journals.Taken.Accepted accepted ->
                    Mono.just(
                            new Result.Released(
                                    batch.entries().size(),
                                    Math.max(0, accepted.reply().ack() - before)));
            case Journals.Taken.Behind behind ->
                    elsewhere(region, kept, batch)
                            .filter(yes -> yes)
                            .flatMap(_ -> beside(region, device, kept, batch))
                            .defaultIfEmpty(new Result.NotYet(behind.reply().ack()));
            case Journals.Taken.Quarantined again -> beside(region, device, kept, batch);
        };
    }

    /** Whether it goes on behind another history, so that the journal will never reach it. */
    private Mono<Boolean> elsewhere(Region region, KeptBatch kept, UploadBatch batch) {
        return kept.reason().equals("FORK")
                ? Mono.just(true)
                : store.followsReleased(region, kept.journal(), batch.from());
    }

    /** Another history: signed by the device all the same, or not. */
    private Mono<Result> beside(Region region, Device device, KeptBatch kept, UploadBatch batch) {
        return store.headsBefore(region, kept.journal(), batch.from())
                .filter(head -> head.startsWith(batch.prevHash8()))
                .map(head -> after(kept, batch, head))
                .filter(head -> device.signed(head.toArray(), batch.signature().toArray()))
                .next()
                .flatMap(head -> linked(region, kept, batch, head))
                .flatMap(_ -> adoption.byOperation(region, device, kept.journal(), batch.entries()))
                .<Result>map(fresh -> new Result.Released(batch.entries().size(), fresh))
                .defaultIfEmpty(new Result.NotProven());
    }

    /** A body that was kept before its place was known proves the next one from now on. */
    private Mono<Bytes> linked(Region region, KeptBatch kept, UploadBatch batch, Bytes head) {
        long last = batch.from() - 1 + batch.entries().size();
        return batch.entries().isEmpty()
                ? Mono.just(head)
                : store.link(
                                region,
                                kept.id(),
                                kept.journal(),
                                kept.reason(),
                                new KeptLink(batch.from(), last, head))
                        .thenReturn(head);
    }

    /** Chain head after the batch. */
    private static Bytes after(KeptBatch kept, UploadBatch batch, Bytes before) {
        Bytes head = before;
        long seq = batch.from();
        for (Bytes entry : batch.entries()) {
            head = HashChain.next(kept.journal(), seq++, head, entry);
        }
        return head;
    }

    private Mono<Result> noted(
            Region region, UUID id, @Nullable PersonId person, String reason, Result result) {
        return result instanceof Result.Released done
                ? store.release(
                                region,
                                id,
                                person,
                                new KeptBatch.Release(
                                        clock.instant(), reason, done.entries(), done.fresh()))
                        .thenReturn(result)
                : Mono.just(result);
    }
}
