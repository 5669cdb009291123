package de.mobilermarktplatz.tablet.sync;

import de.mobilermarktplatz.contract.upload.Protocol;
import de.mobilermarktplatz.contract.upload.SignedAck;
import de.mobilermarktplatz.contract.upload.UploadBatch;
import de.mobilermarktplatz.contract.upload.UploadReply;
import de.mobilermarktplatz.contract.wire.Wire;
import de.mobilermarktplatz.contract.wire.WireException;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.tablet.device.FailPoints;
import de.mobilermarktplatz.tablet.store.StoredEntry;
import de.mobilermarktplatz.tablet.store.TabletStore;
import de.mobilermarktplatz.tablet.store.Uplink;
import de.mobilermarktplatz.tablet.sync.SyncLoop.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sends what the server lacks, one batch per round, and believes only what the server signed.
 * Nothing is ever deleted here, whatever the server answers.
 */
final class Uploader {
    /** Told of each believed reply. */
    interface ServerTimeListener {
        void heard(Instant serverTime, Duration roundTrip);
    }

    private static final int PREFIX = 8;
    private static final int CONFLICT = 409;

    private final TabletStore store;
    private final ServerConnection server;
    private final Enrolment enrolment;
    private final InstantSource clock;
    private final FailPoints failPoints;
    private final ServerTimeListener listener;
    private final BatchSize size = new BatchSize();
    private volatile @Nullable String trouble;

    Uploader(
            TabletStore store,
            ServerConnection server,
            Enrolment enrolment,
            InstantSource clock,
            FailPoints failPoints,
            ServerTimeListener listener) {
        this.store = store;
        this.server = server;
        this.enrolment = enrolment;
        this.clock = clock;
        this.failPoints = failPoints;
        this.listener = listener;
    }

    /** What keeps the uplink from working though the server answers; null when nothing does. */
    @Nullable String trouble() {
        return trouble;
    }

    /**
     * One batch, also an empty one: it brings the server's time and tells whether it was restored.
     */
    synchronized Outcome round() {
        var known = store.uplink();
        var entries = store.entries(known.acked() + 1, size.bytes());
        failPoints.hit("upload.before-send");
        var path = "/journals/" + enrolment.journal() + "/entries?from=" + (known.acked() + 1);
        var answer = server.post(path, batch(known, entries).encode());
        failPoints.hit("upload.after-send");
        return switch (answer) {
            case ServerAnswer.Unreachable _ -> {
                size.failed();
                yield Outcome.FAILED;
            }
            case ServerAnswer.Refused refused -> refused(known, refused);
            case ServerAnswer.Fine fine -> heard(known, fine.body(), fine.roundTrip());
        };
    }

    private UploadBatch batch(Uplink known, List<StoredEntry> entries) {
        var head = headAfter(known.acked());
        var lastAck = known.lastAck();
        return new UploadBatch(
                Protocol.CURRENT,
                known.epoch(),
                known.acked() + 1,
                head.first(PREFIX),
                entries.stream().map(StoredEntry::entry).toList(),
                entries.isEmpty()
                        ? enrolment.key().sign(head.toArray())
                        : entries.getLast().signature(),
                lastAck == null ? null : Wire.read(lastAck.toArray(), SignedAck.class));
    }

    private Outcome heard(Uplink known, byte[] body, Duration roundTrip) {
        UploadReply reply;
        try {
            reply = UploadReply.decode(body);
        } catch (WireException damaged) {
            return fail("Die Antwort des Servers ist nicht lesbar.");
        }
        var lag = Duration.between(clock.instant(), reply.serverTime());
        var localHash = reply.ack() == 0 ? enrolment.start() : hashAt(reply.ack());
        return switch (Replies.judge(
                reply, known, localHash, enrolment.journal(), enrolment.serverKey(), lag)) {
            case Replies.Judged.Disbelieved no -> fail(no.sentence());
            case Replies.Judged.Forked forked -> fail(forked.sentence());
            case Replies.Judged.Believed believed -> {
                store.uplink(believed.uplink());
                failPoints.hit("upload.after-ack");
                size.answered(roundTrip);
                trouble = null;
                listener.heard(reply.serverTime(), roundTrip);
                yield store.entry(believed.uplink().acked() + 1).isPresent()
                        ? Outcome.MORE
                        : Outcome.CAUGHT_UP;
            }
        };
    }

    /**
     * Refused is not lost: the entries stay and are sent again. A conflict carries the server's
     * signed word how far it is, and the next round starts from there.
     */
    private Outcome refused(Uplink known, ServerAnswer.Refused refused) {
        if (refused.status() == CONFLICT) {
            return heard(known, refused.body(), refused.roundTrip());
        }
        size.failed();
        return fail(
                "Der Server nimmt gerade nichts an: " + refused.problem().words(refused.status()));
    }

    private Outcome fail(String sentence) {
        trouble = sentence;
        return Outcome.FAILED;
    }

    private Bytes headAfter(long seq) {
        var hash = seq == 0 ? enrolment.start() : hashAt(seq);
        if (hash == null) {
            throw new IllegalStateException(
                    "The server has confirmed entry "
                            + seq
                            + " but this journal lacks it. Maybe the data folder was restored.");
        }
        return hash;
    }

    private @Nullable Bytes hashAt(long seq) {
        return store.entry(seq).map(StoredEntry::hash).orElse(null);
    }
}
