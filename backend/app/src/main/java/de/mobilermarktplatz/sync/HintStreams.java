package de.mobilermarktplatz.sync;

import de.mobilermarktplatz.contract.feed.StreamVerdict;
import de.mobilermarktplatz.kernel.id.DeviceId;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.sync.domain.FeedAnswer.Standing;
import de.mobilermarktplatz.sync.store.FeedReadStore;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.publisher.Mono;

/** Open connections that carry heads and nothing else. */
@Service
public class HintStreams {

    private static final Logger LOG = LoggerFactory.getLogger(HintStreams.class);

    /** Open at once in one process; the next one asks by long poll only. */
    static final int MOST = 10_000;

    private final FeedReadStore store;
    private final StreamAccess access;
    private final HintBoard board;
    private final Map<DeviceId, HintClient> open = new ConcurrentHashMap<>();

    HintStreams(FeedReadStore store, StreamAccess access, HintBoard board) {
        this.store = store;
        this.access = access;
        this.board = board;
    }

    public boolean isFull() {
        return open.size() >= MOST;
    }

    /** Those of the streams that this tablet may read. */
    public Mono<Set<String>> readable(Region region, Device device, Set<String> streams) {
        return access.of(region, device, streams).map(HintStreams::fine);
    }

    /**
     * Heads of the streams: now, when they move, and every 25 seconds. A second connection of the
     * same tablet ends the first.
     *
     * @param streams that the tablet may read
     */
    public Flux<String> listen(Region region, DeviceId device, Set<String> streams) {
        return Flux.<HintClient>create(
                        sink -> enter(region, device, streams, sink),
                        FluxSink.OverflowStrategy.LATEST)
                .filter(HintClient::isUnread)
                .map(HintClient::words);
    }

    private static Set<String> fine(Map<String, StreamVerdict> verdicts) {
        return verdicts.entrySet().stream()
                .filter(of -> of.getValue() == StreamVerdict.FINE)
                .map(Map.Entry::getKey)
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }

    /** After the client stands on the board: nothing moves unseen in between. */
    private Mono<Void> now(Region region, Set<String> streams) {
        return store.heads(region, streams)
                .map(Standing::head)
                .collectList()
                .doOnNext(heads -> board.tell(region, heads))
                .onErrorResume(
                        error -> {
                            LOG.warn("A listener hears of its heads with the next beat", error);
                            return Mono.empty();
                        })
                .then();
    }

    private void enter(
            Region region, DeviceId device, Set<String> streams, FluxSink<HintClient> sink) {
        var client = new HintClient(sink);
        HintClient before = open.put(device, client);
        if (before != null) {
            before.end();
        }
        board.enter(region, streams, client);
        var _ =
                sink.onDispose(
                        () -> {
                            board.leave(region, streams, client);
                            var _ = open.remove(device, client);
                        });
        var _ = now(region, streams).contextWrite(sink.contextView()).subscribe();
    }

    /** Lets every connection say its heads again, so that a dead one is noticed. */
    void beat() {
        open.values().forEach(HintClient::beat);
    }

    /** Ends the connection of a tablet that may not listen any more. */
    public Mono<Void> end(DeviceId device) {
        return Mono.fromRunnable(
                () -> {
                    HintClient client = open.get(device);
                    if (client != null) {
                        client.end();
                    }
                });
    }

    int size() {
        return open.size();
    }
}
