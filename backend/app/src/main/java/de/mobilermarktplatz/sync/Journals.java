package de.mobilermarktplatz.sync;

import de.mobilermarktplatz.contract.upload.AckStatement;
import de.mobilermarktplatz.contract.upload.KeptReply;
import de.mobilermarktplatz.contract.upload.KeptStatement;
import de.mobilermarktplatz.contract.upload.Protocol;
import de.mobilermarktplatz.contract.upload.UploadBatch;
import de.mobilermarktplatz.contract.upload.UploadReply;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.id.JournalId;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.signing.ServerKey;
import de.mobilermarktplatz.sync.domain.Arrival;
import de.mobilermarktplatz.sync.domain.Arrival.BatchArrived;
import de.mobilermarktplatz.sync.domain.JournalState;
import de.mobilermarktplatz.sync.domain.KeptHead;
import de.mobilermarktplatz.sync.domain.Outcome;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Takes journals in (sync.md 2.2): the raw entries and everything that they mean are one
 * transaction, and the acknowledgement leaves only after its commit. A batch that arrives again
 * changes nothing and gets the same answer.
 */
@Service
public class Journals {

    private final Steps steps;
    private final Feed feed;
    private final ServerKey server;
    private final InstantSource clock;

    Journals(Steps steps, Feed feed, ServerKey server, InstantSource clock) {
        this.steps = steps;
        this.feed = feed;
        this.server = server;
        this.clock = clock;
    }

    /** What became of a batch. */
    public sealed interface Taken {
        /** Everything up to the acknowledgement is held. */
        record Accepted(UploadReply reply) implements Taken {}

        /** The batch begins too late; the tablet must send again from the acknowledgement on. */
        record Behind(UploadReply reply) implements Taken {}

        /**
         * Not in the books: FORK, BAD_SIGNATURE or REVOKED.
         *
         * @param kept false when the device's share of the quarantine is full
         * @param upTo how far the journal is kept apart, null when that cannot be said
         */
        record Quarantined(String reason, boolean kept, @Nullable KeptReply upTo)
                implements Taken {}
    }

    /**
     * Empty if the device has no such journal.
     *
     * @param body as received, kept when it must be quarantined
     */
    public Mono<Taken> take(
            Region region, Device device, JournalId journal, UploadBatch batch, byte[] body) {
        BatchArrived arrival = Arrival.batch(batch, Bytes.of(body), clock.instant());
        return steps.batch(region, device.id(), journal, arrival)
                .flatMap(
                        outcome ->
                                feed.heads(region, device.id())
                                        .map(heads -> answer(journal, outcome, heads)));
    }

    /** The same for a batch that a person takes for honest; what does not fit changes nothing. */
    Mono<Taken> release(Region region, Device device, JournalId journal, UploadBatch batch) {
        Arrival arrival =
                new Arrival.BatchReleased(Arrival.batch(batch, Bytes.EMPTY, clock.instant()));
        return steps.batch(region, device.id(), journal, arrival)
                .map(outcome -> answer(journal, outcome, Map.of()));
    }

    private Taken answer(JournalId journal, Outcome outcome, Map<String, Long> heads) {
        return switch (outcome) {
            case Outcome.Accepted(JournalState state, long durable, long epoch) ->
                    new Taken.Accepted(reply(state, durable, epoch, heads));
            case Outcome.Behind(JournalState state, long durable, long epoch) ->
                    new Taken.Behind(reply(state, durable, epoch, heads));
            case Outcome.KeptApart(String reason, boolean kept, var end) ->
                    new Taken.Quarantined(reason, kept, end == null ? null : kept(journal, end));
        };
    }

    private KeptReply kept(JournalId journal, KeptHead end) {
        byte[] statement = new KeptStatement(journal, end.seq(), end.head()).toSign();
        return new KeptReply(end.seq(), end.head().first(8), Bytes.of(server.sign(statement)));
    }

    private UploadReply reply(
            JournalState state, long durable, long epoch, Map<String, Long> heads) {
        byte[] statement = new AckStatement(state.journal(), state.acked(), state.head()).toSign();
        return new UploadReply(
                state.acked(),
                state.head().first(8),
                durable,
                epoch,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                Protocol.OLDEST,
                Protocol.CURRENT,
                heads,
                Bytes.of(server.sign(statement)));
    }
}
