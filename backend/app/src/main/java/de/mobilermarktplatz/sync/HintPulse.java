package de.mobilermarktplatz.sync;

import de.mobilermarktplatz.platform.region.RegionContext;
import de.mobilermarktplatz.sync.domain.FeedAnswer.Standing;
import de.mobilermarktplatz.sync.store.FeedReadStore;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The feed's heartbeat: every 25 seconds each open connection says its heads; every five seconds
 * the heads that somebody waits for are read again, because another process may have moved them.
 */
@Component
@ConditionalOnProperty(name = "marktplatz.background", havingValue = "true", matchIfMissing = true)
class HintPulse implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(HintPulse.class);
    private static final Duration BEAT = Duration.ofSeconds(25);
    private static final Duration LOOK = Duration.ofSeconds(5);

    private final HintBoard board;
    private final HintStreams streams;
    private final FeedReadStore store;
    private Disposable running = Disposables.disposed();

    HintPulse(HintBoard board, HintStreams streams, FeedReadStore store) {
        this.board = board;
        this.streams = streams;
        this.store = store;
    }

    @Override
    public void start() {
        running =
                Disposables.composite(
                        every(BEAT, Mono.fromRunnable(streams::beat)), every(LOOK, look()));
    }

    private static Disposable every(Duration pause, Mono<Void> work) {
        return Mono.delay(pause)
                .then(
                        work.onErrorResume(
                                error -> {
                                    LOG.warn("The feed's heartbeat failed and comes again", error);
                                    return Mono.empty();
                                }))
                .repeat()
                .subscribe(tick -> {}, error -> LOG.error("The feed's heartbeat stopped", error));
    }

    /** One statement per region, however many wait. */
    Mono<Void> look() {
        return Flux.defer(() -> Flux.fromIterable(board.waitedFor().entrySet()))
                .concatMap(
                        waited ->
                                RegionContext.in(
                                        waited.getKey(),
                                        store.heads(waited.getKey(), waited.getValue())
                                                .map(Standing::head)
                                                .collectList()
                                                .doOnNext(
                                                        heads ->
                                                                board.tell(
                                                                        waited.getKey(), heads))))
                .then();
    }

    @Override
    public void stop() {
        running.dispose();
    }

    @Override
    public boolean isRunning() {
        return !running.isDisposed();
    }
}
