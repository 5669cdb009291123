package de.mobilermarktplatz.simulation.db;

import de.mobilermarktplatz.contract.feed.FeedReply;
import de.mobilermarktplatz.contract.feed.FeedRequest;
import de.mobilermarktplatz.contract.feed.Snapshot;
import de.mobilermarktplatz.contract.feed.SnapshotManifest;
import de.mobilermarktplatz.contract.feed.StreamNews;
import de.mobilermarktplatz.contract.feed.StreamVerdict;
import de.mobilermarktplatz.contract.feed.Streams;
import de.mobilermarktplatz.contract.upload.Protocol;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.id.DeviceId;
import de.mobilermarktplatz.simulation.net.Line.Answer;
import de.mobilermarktplatz.simulation.world.Fault;
import de.mobilermarktplatz.simulation.world.World;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** What the backend answers to a tablet that follows: news at once or later, snapshots, pieces. */
public final class SimFeed {
    private static final byte[] NOTHING = {};

    private record Waiting(DeviceId device, FeedRequest request, Consumer<Answer> answer) {}

    private final World world;
    private final SimDb db;
    private final Map<Bytes, byte[]> chunks = new HashMap<>();
    private final List<Waiting> waiting = new ArrayList<>();

    public SimFeed(World world, SimDb db) {
        this.world = world;
        this.db = db;
    }

    /**
     * @param question path with query and a line's end; without it something was cut off
     */
    public void ask(DeviceId device, byte[] question, Consumer<Answer> answer) {
        var path = new String(question, StandardCharsets.US_ASCII);
        var known = db.tables().devices.get(device);
        if (!path.endsWith("\n")) {
            answer.accept(new Answer(400, NOTHING));
        } else if (known == null || known.revokedAt != null) {
            answer.accept(new Answer(403, NOTHING));
        } else if (path.startsWith("/chunks/")) {
            var chunk = chunks.get(Bytes.ofHex(path.substring(8).strip()));
            boolean gone = chunk == null || world.dice.strikes(Fault.SNAPSHOT_PIECE_FORGOTTEN);
            answer.accept(gone ? new Answer(404, NOTHING) : new Answer(200, chunk));
        } else {
            var request = request(path.strip());
            if (path.startsWith("/snapshots?")) {
                answer.accept(new Answer(200, manifest(device, request).encode()));
            } else {
                news(new Waiting(device, request, answer));
            }
        }
    }

    private static FeedRequest request(String path) {
        Map<String, String> parameters = new TreeMap<>();
        for (var part : path.substring(path.indexOf('?') + 1).split("&")) {
            int at = part.indexOf('=');
            parameters.put(part.substring(0, at), part.substring(at + 1));
        }
        return FeedRequest.of(parameters);
    }

    private void news(Waiting asked) {
        var reply = reply(asked);
        if (saysSomething(reply) || asked.request().waitSeconds() == 0) {
            asked.answer().accept(new Answer(200, reply.encode()));
            return;
        }
        waiting.add(asked);
        world.scheduler.in(
                asked.request().waitSeconds() * 1_000L,
                () -> {
                    if (waiting.remove(asked)) {
                        asked.answer().accept(new Answer(200, reply(asked).encode()));
                    }
                });
    }

    /** After a commit: whoever waits for it hears of it. */
    public void hint() {
        for (var asked : List.copyOf(waiting)) {
            boolean moved =
                    asked.request().cursors().entrySet().stream()
                            .anyMatch(
                                    of ->
                                            db.tables().streams.head(of.getKey()).seq()
                                                    > of.getValue());
            if (moved && waiting.remove(asked)) {
                asked.answer().accept(new Answer(200, reply(asked).encode()));
            }
        }
    }

    /** All connections are gone. */
    public void restart() {
        waiting.clear();
    }

    private static boolean saysSomething(FeedReply reply) {
        return reply.streams().stream()
                .anyMatch(one -> one.verdict() != StreamVerdict.FINE || !one.entries().isEmpty());
    }

    private FeedReply reply(Waiting asked) {
        var tables = db.tables();
        List<StreamNews> news = new ArrayList<>();
        new TreeMap<>(asked.request().cursors())
                .forEach(
                        (stream, after) -> {
                            var verdict = verdict(asked.device(), stream);
                            news.add(
                                    verdict == StreamVerdict.FINE
                                            ? tables.streams.news(
                                                    stream,
                                                    after,
                                                    asked.request().epoch(),
                                                    tables.epoch)
                                            : StreamNews.refused(stream, verdict));
                        });
        return new FeedReply(Protocol.CURRENT, tables.epoch, now(), news);
    }

    private SnapshotManifest manifest(DeviceId device, FeedRequest request) {
        var tables = db.tables();
        List<SnapshotManifest.Head> heads = new ArrayList<>();
        var fine = new ArrayList<String>();
        for (var stream : new TreeMap<>(request.cursors()).keySet()) {
            var verdict = verdict(device, stream);
            var head = tables.streams.head(stream);
            boolean yours = verdict == StreamVerdict.FINE;
            if (yours) {
                fine.add(stream);
            }
            heads.add(
                    new SnapshotManifest.Head(
                            stream,
                            verdict,
                            yours ? head.seq() : 0,
                            yours ? head.stateHash() : Bytes.EMPTY));
        }
        List<Bytes> pieces =
                fine.isEmpty()
                        ? List.of()
                        : new Snapshot(fine.stream().map(tables.streams::state).toList()).chunks();
        pieces.forEach(piece -> chunks.put(Snapshot.nameOf(piece), piece.toArray()));
        var names = pieces.stream().map(Snapshot::nameOf).toList();
        return new SnapshotManifest(Protocol.CURRENT, tables.epoch, now(), heads, names);
    }

    /** As {@code StreamAccess} decides. */
    private StreamVerdict verdict(DeviceId device, String stream) {
        if (Streams.isTour(stream)) {
            var tour = db.tables().tours.get(Streams.tourOf(stream));
            return tour == null
                    ? StreamVerdict.UNKNOWN
                    : device.equals(tour.device) ? StreamVerdict.FINE : StreamVerdict.NOT_YOURS;
        }
        boolean others = Streams.isDevice(stream) && !stream.equals(Streams.device(device));
        return others ? StreamVerdict.NOT_YOURS : StreamVerdict.FINE;
    }

    private Instant now() {
        return Instant.ofEpochMilli(world.now());
    }
}
