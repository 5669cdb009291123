package de.mobilermarktplatz.sync;

import de.mobilermarktplatz.contract.upload.UploadBatch;
import de.mobilermarktplatz.contract.wire.WireException;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.chain.HashChain;
import de.mobilermarktplatz.kernel.id.PersonId;
import de.mobilermarktplatz.platform.region.Region;
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
            case Journals.Taken.Behind behind -> Mono.just(new Result.NotYet(behind.reply().ack()));
            case Journals.Taken.Quarantined again -> beside(region, device, kept, batch);
        };
    }

    /** Another history: signed by the device all the same, or not. */
    private Mono<Result> beside(Region region, Device device, KeptBatch kept, UploadBatch batch) {
        return store.headBefore(region, kept.journal(), batch.from())
                .filter(head -> head.startsWith(batch.prevHash8()))
                .filter(head -> signed(device, kept, batch, head))
                .flatMap(_ -> adoption.byOperation(region, device, kept.journal(), batch.entries()))
                .<Result>map(fresh -> new Result.Released(batch.entries().size(), fresh))
                .defaultIfEmpty(new Result.NotProven());
    }

    private static boolean signed(Device device, KeptBatch kept, UploadBatch batch, Bytes before) {
        Bytes head = before;
        long seq = batch.from();
        for (Bytes entry : batch.entries()) {
            head = HashChain.next(kept.journal(), seq++, head, entry);
        }
        return device.signed(head.toArray(), batch.signature().toArray());
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
