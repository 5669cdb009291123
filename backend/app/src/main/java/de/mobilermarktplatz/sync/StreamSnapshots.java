package de.mobilermarktplatz.sync;

import de.mobilermarktplatz.contract.feed.Snapshot;
import de.mobilermarktplatz.contract.feed.SnapshotManifest;
import de.mobilermarktplatz.contract.feed.StreamState;
import de.mobilermarktplatz.contract.feed.StreamVerdict;
import de.mobilermarktplatz.contract.feed.Streams;
import de.mobilermarktplatz.contract.upload.Protocol;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.sync.domain.FeedAnswer.Standing;
import de.mobilermarktplatz.sync.domain.StreamHead;
import de.mobilermarktplatz.sync.store.CaseStore;
import de.mobilermarktplatz.sync.store.FeedReadStore;
import de.mobilermarktplatz.touring.Tour;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Whole streams for tablets that are new to them, or have fallen out of step. */
@Service
public class StreamSnapshots {

    private final FeedReadStore store;
    private final FeedWriters writers;
    private final StreamAccess access;
    private final CaseStore cases;
    private final InstantSource clock;
    private final TransactionalOperator oneMoment;

    StreamSnapshots(
            FeedReadStore store,
            FeedWriters writers,
            StreamAccess access,
            CaseStore cases,
            InstantSource clock,
            ReactiveTransactionManager transactions) {
        this.store = store;
        this.writers = writers;
        this.access = access;
        this.cases = cases;
        this.clock = clock;
        var moment = new DefaultTransactionDefinition();
        moment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        moment.setReadOnly(true);
        this.oneMoment = TransactionalOperator.create(transactions, moment);
    }

    private record Read(long epoch, Map<String, Standing> heads, List<StreamState> states) {}

    /**
     * Reads streams at one moment and keeps the chunks for a day.
     *
     * @param streams at most {@link de.mobilermarktplatz.contract.feed.FeedRequest#MOST_STREAMS}
     */
    public Mono<SnapshotManifest> manifest(
            Region region, Device device, Collection<String> streams) {
        return access.of(region, device, streams)
                .flatMap(
                        verdicts -> {
                            List<String> fine =
                                    streams.stream()
                                            .filter(
                                                    stream ->
                                                            verdicts.get(stream)
                                                                    == StreamVerdict.FINE)
                                            .sorted()
                                            .toList();
                            return begin(region, fine)
                                    .then(
                                            Mono.defer(
                                                    () ->
                                                            oneMoment.transactional(
                                                                    read(region, fine))))
                                    .flatMap(read -> kept(region, read, verdicts));
                        });
    }

    /** A tablet took the tour: its streams begin, and say who holds it. */
    public Mono<Void> taken(Region region, Tour tour) {
        return writers.tour(region, tour.id())
                .then(writers.day(region, tour.day()))
                .then(writers.region(region));
    }

    /** Streams to which nobody has put anything yet: the tour is older than the feed. */
    private Mono<Void> begin(Region region, List<String> streams) {
        return store.heads(region, streams)
                .map(standing -> standing.head().stream())
                .collectList()
                .flatMapMany(
                        begun ->
                                Flux.fromIterable(streams)
                                        .filter(stream -> !begun.contains(stream)))
                .concatMap(stream -> fill(region, stream))
                .then();
    }

    private Mono<Void> fill(Region region, String stream) {
        if (Streams.isTour(stream)) {
            return writers.tour(region, Streams.tourOf(stream));
        }
        if (Streams.isCatalogue(stream)) {
            return writers.day(region, Streams.dayOf(stream));
        }
        return stream.equals(Streams.CFG) ? writers.region(region) : Mono.empty();
    }

    private Mono<Read> read(Region region, List<String> streams) {
        return cases.epoch(region)
                .flatMap(
                        epoch ->
                                store.heads(region, streams)
                                        .collectMap(standing -> standing.head().stream())
                                        .flatMap(
                                                heads ->
                                                        store.items(region, streams)
                                                                .collectList()
                                                                .map(
                                                                        items ->
                                                                                new Read(
                                                                                        epoch,
                                                                                        heads,
                                                                                        states(
                                                                                                streams,
                                                                                                heads,
                                                                                                items)))));
    }

    private static List<StreamState> states(
            List<String> streams, Map<String, Standing> heads, List<FeedPut> items) {
        Map<String, Map<String, Bytes>> byStream = new TreeMap<>();
        items.forEach(
                item ->
                        byStream.computeIfAbsent(item.stream(), stream -> new TreeMap<>())
                                .put(item.key(), Objects.requireNonNull(item.value())));
        return streams.stream()
                .map(
                        stream ->
                                StreamState.of(
                                        stream,
                                        head(heads, stream).seq(),
                                        byStream.getOrDefault(stream, Map.of())))
                .toList();
    }

    private static StreamHead head(Map<String, Standing> heads, String stream) {
        Standing standing = heads.get(stream);
        return standing == null ? StreamHead.empty(stream) : standing.head();
    }

    private Mono<SnapshotManifest> kept(
            Region region, Read read, Map<String, StreamVerdict> verdicts) {
        List<Bytes> chunks =
                read.states().isEmpty() ? List.of() : new Snapshot(read.states()).chunks();
        List<Bytes> names = chunks.stream().map(Snapshot::nameOf).toList();
        List<SnapshotManifest.Head> heads =
                new TreeMap<>(verdicts)
                        .entrySet().stream()
                                .map(
                                        of ->
                                                of.getValue() == StreamVerdict.FINE
                                                        ? fine(head(read.heads(), of.getKey()))
                                                        : new SnapshotManifest.Head(
                                                                of.getKey(),
                                                                of.getValue(),
                                                                0,
                                                                Bytes.EMPTY))
                                .toList();
        var manifest =
                new SnapshotManifest(
                        Protocol.CURRENT,
                        read.epoch(),
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        heads,
                        names);
        return store.keep(region, names, chunks, clock.instant()).thenReturn(manifest);
    }

    private static SnapshotManifest.Head fine(StreamHead head) {
        return new SnapshotManifest.Head(
                head.stream(), StreamVerdict.FINE, head.seq(), head.stateHash());
    }

    /** Empty when there is no such chunk any more. */
    public Mono<byte[]> chunk(Region region, Bytes name) {
        return store.chunk(region, name);
    }
}
