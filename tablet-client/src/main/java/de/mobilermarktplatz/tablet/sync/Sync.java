package de.mobilermarktplatz.tablet.sync;

import de.mobilermarktplatz.contract.journal.EntryCodec;
import de.mobilermarktplatz.contract.journal.JournalEntry;
import de.mobilermarktplatz.contract.tour.TourList;
import de.mobilermarktplatz.contract.tour.TourSnapshot;
import de.mobilermarktplatz.contract.wire.WireException;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.id.TourId;
import de.mobilermarktplatz.tablet.device.FailPoints;
import de.mobilermarktplatz.tablet.store.TabletStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The enrolled tablet's line to its backend: journal up in the background, tours down when asked.
 */
public final class Sync implements AutoCloseable {
    private static final int UNAUTHORIZED = 401;

    private final TabletStore store;
    private final Enrolment enrolment;
    private final ServerConnection server;
    private final Uploader uploader;
    private final SyncLoop loop;

    /**
     * @param longestRetry highest ceiling between two tries
     * @param heard told of the server's time with each reply
     */
    public Sync(
            TabletStore store,
            Enrolment enrolment,
            InstantSource clock,
            RandomGenerator random,
            Duration longestRetry,
            FailPoints failPoints,
            BiConsumer<Instant, Duration> heard) {
        this.store = store;
        this.enrolment = enrolment;
        this.server =
                new ServerConnection(
                        enrolment.server(),
                        () -> clock.instant().plus(store.uplink().clockLag()),
                        enrolment.device(),
                        enrolment.key());
        this.uploader = new Uploader(store, server, enrolment, clock, failPoints, heard::accept);
        var most = longestRetry;
        var least = most.compareTo(Backoff.SERVICE.least()) < 0 ? most : Backoff.SERVICE.least();
        this.loop = new SyncLoop(uploader::round, new Backoff(least, most), random);
    }

    /** Starts the background upload. */
    public void start() {
        loop.start();
    }

    /** There is a new entry. */
    public void wake() {
        loop.wake();
    }

    /** Uploads on the caller's thread until nothing waits or a try fails. */
    public boolean catchUp() {
        var outcome = SyncLoop.Outcome.MORE;
        while (outcome == SyncLoop.Outcome.MORE) {
            outcome = uploader.round();
        }
        return outcome == SyncLoop.Outcome.CAUGHT_UP;
    }

    /** Such as {@code 34 beim Server, 3 nur auf diesem Tablet seit 10:42}. */
    public String words(long lastSeq) {
        long acked = store.uplink().acked();
        var oldest =
                store.entry(acked + 1)
                        .map(stored -> EntryCodec.decode(stored.entry().toArray()))
                        .map(entry -> entry instanceof JournalEntry known ? known.wall() : null)
                        .orElse(null);
        return SyncWords.of(
                acked, lastSeq, oldest, ZoneId.of(enrolment.reply().zone()), uploader.trouble());
    }

    /** The same with its figures. */
    public SyncState state(long lastSeq) {
        return new SyncState(
                words(lastSeq), lastSeq, store.uplink().acked(), uploader.trouble() != null);
    }

    /** What was asked for, or a German sentence why not. */
    public record Fetched<T>(@Nullable T value, String sentence) {}

    public Fetched<TourList> tours() {
        return fetched(asked(() -> server.get("/tours")), TourList::decode);
    }

    /** Takes the lease of a tour and fetches it; nothing is stored yet. */
    public Fetched<Bytes> take(TourId tour) {
        var leased = asked(() -> server.post("/tours/" + tour + "/lease", new byte[0]));
        if (!(leased instanceof ServerAnswer.Fine)) {
            return fetched(leased, Bytes::of);
        }
        return fetched(
                asked(() -> server.get("/tours/" + tour + "/snapshot")),
                body -> {
                    // Read once before it is kept: a damaged tour must not replace a good one.
                    var read = TourSnapshot.decode(body);
                    if (!read.tour().equals(tour)) {
                        throw new WireException("asked for " + tour + " but got " + read.tour());
                    }
                    return Bytes.of(body);
                });
    }

    /** A clock that is off is refused; an upload works at any time and brings the right one. */
    private ServerAnswer asked(Supplier<ServerAnswer> question) {
        var answer = question.get();
        if (answer instanceof ServerAnswer.Refused refused && refused.status() == UNAUTHORIZED) {
            var _ = uploader.round();
            return question.get();
        }
        return answer;
    }

    private interface Reading<T> {
        T of(byte[] body);
    }

    private static <T> Fetched<T> fetched(ServerAnswer answer, Reading<T> reading) {
        return switch (answer) {
            case ServerAnswer.Unreachable none ->
                    new Fetched<>(null, "Der Server ist nicht erreichbar (" + none.why() + ").");
            case ServerAnswer.Refused refused ->
                    new Fetched<>(null, refused.problem().words(refused.status()));
            case ServerAnswer.Fine fine -> {
                try {
                    yield new Fetched<>(reading.of(fine.body()), "");
                } catch (WireException damaged) {
                    yield new Fetched<>(null, "Die Antwort des Servers ist nicht lesbar.");
                }
            }
        };
    }

    @Override
    public void close() {
        loop.close();
        server.close();
    }
}
