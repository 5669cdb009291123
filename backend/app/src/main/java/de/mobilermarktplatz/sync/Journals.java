package de.mobilermarktplatz.sync;

import de.mobilermarktplatz.contract.upload.AckStatement;
import de.mobilermarktplatz.contract.upload.Protocol;
import de.mobilermarktplatz.contract.upload.SignedAck;
import de.mobilermarktplatz.contract.upload.UploadBatch;
import de.mobilermarktplatz.contract.upload.UploadReply;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.signing.ServerKey;
import de.mobilermarktplatz.sync.domain.BatchCheck;
import de.mobilermarktplatz.sync.domain.BatchVerdict;
import de.mobilermarktplatz.sync.domain.BatchVerdict.Link;
import de.mobilermarktplatz.sync.domain.JournalState;
import de.mobilermarktplatz.sync.store.CaseStore;
import de.mobilermarktplatz.sync.store.JournalStore;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Takes journals in (sync.md 2.2): the raw entries and everything that they mean are one
 * transaction, and the acknowledgement leaves only after its commit. A batch that arrives again
 * changes nothing and gets the same answer.
 */
@Service
public class Journals {

    /** Nothing is covered by a verified backup yet, so no tablet may prune. */
    private static final long DURABLE = 0;

    private final JournalStore store;
    private final CaseStore cases;
    private final Intake intake;
    private final ServerKey server;
    private final InstantSource clock;
    private final TransactionalOperator tx;

    Journals(
            JournalStore store,
            CaseStore cases,
            Intake intake,
            ServerKey server,
            InstantSource clock,
            TransactionalOperator tx) {
        this.store = store;
        this.cases = cases;
        this.intake = intake;
        this.server = server;
        this.clock = clock;
        this.tx = tx;
    }

    /** What became of a batch. */
    public sealed interface Taken {
        /** Everything up to the acknowledgement is held. */
        record Accepted(UploadReply reply) implements Taken {}

        /** The batch begins too late; the tablet must send again from the acknowledgement on. */
        record Behind(UploadReply reply) implements Taken {}

        /** Kept apart for a human: FORK, BAD_SIGNATURE or REVOKED. */
        record Quarantined(String reason) implements Taken {}
    }

    /**
     * @param body as received, kept when it must be quarantined
     */
    public Mono<Taken> take(Region region, Device device, UploadBatch batch, byte[] body) {
        if (device.revokedAt() != null) {
            return quarantine(region, device, "REVOKED", body);
        }
        Mono<Taken> atOnce =
                tx.transactional(
                        judged(region, device, batch)
                                .flatMap(judged -> act(region, device, batch, judged, body)));
        return atOnce.onErrorResume(Intake::isPoison, poison -> oneByOne(region, device, batch));
    }

    private record Judged(JournalState state, BatchVerdict verdict) {}

    /** Holds the journal and compares; nothing is written. */
    private Mono<Judged> judged(Region region, Device device, UploadBatch batch) {
        return store.lock(region, device.journal(), device.id())
                .flatMap(state -> checked(region, device, state, batch));
    }

    private Mono<Judged> checked(
            Region region, Device device, JournalState state, UploadBatch batch) {
        boolean again = batch.from() <= state.acked();
        long firstNeeded = Math.max(1, batch.from() - 1);
        Mono<List<Link>> held =
                again
                        ? store.held(
                                        region,
                                        state.journal(),
                                        firstNeeded,
                                        batch.entries().size() + 1)
                                .collectList()
                        : Mono.just(List.of());
        return held.map(links -> new Judged(state, verdict(device, state, batch, links)));
    }

    private static BatchVerdict verdict(
            Device device, JournalState state, UploadBatch batch, List<Link> links) {
        List<Link> overlap = links.stream().filter(link -> link.seq() >= batch.from()).toList();
        Bytes before =
                links.stream()
                        .filter(link -> link.seq() == batch.from() - 1)
                        .map(Link::hash)
                        .findFirst()
                        .orElse(batch.from() == 1 ? state.start() : state.head());
        return BatchCheck.check(
                state,
                batch,
                overlap,
                before,
                head -> device.signed(head.toArray(), batch.signature().toArray()));
    }

    private Mono<Taken> act(
            Region region, Device device, UploadBatch batch, Judged judged, byte[] body) {
        JournalState state = judged.state();
        return switch (judged.verdict()) {
            case BatchVerdict.Fits fits ->
                    intake.take(region, device, state, fits.fresh())
                            .flatMap(after -> reply(region, after))
                            .map(Taken.Accepted::new);
            case BatchVerdict.Gap gap -> behind(region, state, batch);
            case BatchVerdict.Fork fork -> quarantine(region, device, "FORK", body);
            case BatchVerdict.BadSignature bad -> quarantine(region, device, "BAD_SIGNATURE", body);
        };
    }

    /** One entry of the batch cannot be carried out: the others must not suffer for it. */
    private Mono<Taken> oneByOne(Region region, Device device, UploadBatch batch) {
        return tx.transactional(judged(region, device, batch))
                .flatMapIterable(
                        judged ->
                                judged.verdict() instanceof BatchVerdict.Fits fits
                                        ? fits.fresh()
                                        : List.of())
                .concatMap(link -> intake.takeAlone(region, device, link))
                .then(
                        Mono.defer(
                                () ->
                                        tx.transactional(
                                                store.lock(region, device.journal(), device.id()))))
                .flatMap(state -> reply(region, state))
                .map(Taken.Accepted::new);
    }

    /**
     * A tablet that holds our own signature for more than we have proves that we were restored from
     * a backup.
     */
    private Mono<Taken> behind(Region region, JournalState state, UploadBatch batch) {
        SignedAck last = batch.lastAck();
        boolean restored =
                last != null
                        && last.ack() > state.acked()
                        && ServerKey.verify(
                                server.publicKey(),
                                last.statement(state.journal()).toSign(),
                                last.signature().toArray());
        Mono<Void> noticed =
                restored ? cases.raiseEpoch(region, batch.epochSeen()).then() : Mono.empty();
        return noticed.then(Mono.defer(() -> reply(region, state))).map(Taken.Behind::new);
    }

    private Mono<Taken> quarantine(Region region, Device device, String reason, byte[] body) {
        return cases.quarantine(
                        region, device.journal(), device.id(), reason, body, clock.instant())
                .thenReturn(new Taken.Quarantined(reason));
    }

    private Mono<UploadReply> reply(Region region, JournalState state) {
        byte[] statement = new AckStatement(state.journal(), state.acked(), state.head()).toSign();
        return cases.epoch(region)
                .map(
                        epoch ->
                                new UploadReply(
                                        state.acked(),
                                        state.head().first(8),
                                        DURABLE,
                                        epoch,
                                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                                        Protocol.OLDEST,
                                        Protocol.CURRENT,
                                        Map.of(),
                                        Bytes.of(server.sign(statement))));
    }
}
