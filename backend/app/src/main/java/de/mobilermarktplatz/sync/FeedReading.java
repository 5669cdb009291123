package de.mobilermarktplatz.sync;

import de.mobilermarktplatz.contract.feed.FeedReply;
import de.mobilermarktplatz.contract.feed.FeedRequest;
import de.mobilermarktplatz.contract.feed.StreamNews;
import de.mobilermarktplatz.contract.feed.StreamVerdict;
import de.mobilermarktplatz.contract.upload.Protocol;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.sync.domain.FeedAnswer;
import de.mobilermarktplatz.sync.domain.FeedAnswer.Standing;
import de.mobilermarktplatz.sync.domain.StreamHead;
import de.mobilermarktplatz.sync.store.CaseStore;
import de.mobilermarktplatz.sync.store.FeedReadStore;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.publisher.Mono;

/** Answers tablets that ask for news, at once or as soon as there are some. */
@Service
public class FeedReading {

    private final FeedReadStore store;
    private final StreamAccess access;
    private final CaseStore cases;
    private final HintBoard hints;
    private final InstantSource clock;

    FeedReading(
            FeedReadStore store,
            StreamAccess access,
            CaseStore cases,
            HintBoard hints,
            InstantSource clock) {
        this.store = store;
        this.access = access;
        this.cases = cases;
        this.hints = hints;
        this.clock = clock;
    }

    /** Waits as long as the request allows while there is nothing to say. */
    public Mono<FeedReply> answer(Region region, Device device, FeedRequest request) {
        hints.follows(device.id(), request.cursors().keySet());
        return access.of(region, device, request.cursors().keySet())
                .flatMap(
                        verdicts ->
                                read(region, request, verdicts)
                                        .flatMap(
                                                first ->
                                                        saysSomething(first)
                                                                        || request.waitSeconds()
                                                                                == 0
                                                                ? Mono.just(first)
                                                                : later(
                                                                        region, request,
                                                                        verdicts)));
    }

    private static boolean saysSomething(FeedReply reply) {
        return reply.streams().stream()
                .anyMatch(
                        news -> news.verdict() != StreamVerdict.FINE || !news.entries().isEmpty());
    }

    /** The board is entered before the first look, so nothing is committed unseen in between. */
    private Mono<FeedReply> later(
            Region region, FeedRequest request, Map<String, StreamVerdict> verdicts) {
        Set<String> streams = request.cursors().keySet();
        Flux<Boolean> wakes =
                Flux.create(
                        sink -> {
                            HintBoard.Waiting who =
                                    heads -> {
                                        if (isNews(heads, request.cursors())) {
                                            var _ = sink.next(true);
                                        }
                                    };
                            hints.enter(region, streams, who);
                            var _ = sink.onDispose(() -> hints.leave(region, streams, who));
                            var _ = sink.next(true);
                        },
                        FluxSink.OverflowStrategy.LATEST);
        return wakes.concatMap(wake -> read(region, request, verdicts), 1)
                .filter(FeedReading::saysSomething)
                .next()
                .timeout(
                        Duration.ofSeconds(request.waitSeconds()),
                        Mono.defer(() -> read(region, request, verdicts)));
    }

    private static boolean isNews(List<StreamHead> heads, Map<String, Long> cursors) {
        return heads.stream()
                .anyMatch(head -> head.seq() > cursors.getOrDefault(head.stream(), 0L));
    }

    private Mono<FeedReply> read(
            Region region, FeedRequest request, Map<String, StreamVerdict> verdicts) {
        return cases.epoch(region)
                .flatMap(
                        epoch ->
                                store.heads(region, request.cursors().keySet())
                                        .collectMap(standing -> standing.head().stream())
                                        .flatMap(
                                                heads ->
                                                        Flux.fromIterable(
                                                                        request.cursors()
                                                                                .entrySet())
                                                                .concatMap(
                                                                        cursor ->
                                                                                news(
                                                                                        region,
                                                                                        request,
                                                                                        epoch,
                                                                                        cursor
                                                                                                .getKey(),
                                                                                        verdicts,
                                                                                        heads))
                                                                .collectList())
                                        .map(news -> reply(epoch, news)));
    }

    private Mono<StreamNews> news(
            Region region,
            FeedRequest request,
            long epoch,
            String stream,
            Map<String, StreamVerdict> verdicts,
            Map<String, Standing> heads) {
        StreamVerdict verdict = verdicts.getOrDefault(stream, StreamVerdict.UNKNOWN);
        if (verdict != StreamVerdict.FINE) {
            return Mono.just(StreamNews.refused(stream, verdict));
        }
        Standing head = heads.getOrDefault(stream, new Standing(StreamHead.empty(stream), 0));
        long after = request.cursors().getOrDefault(stream, 0L);
        Mono<List<FeedAnswer.Logged>> logged =
                after < head.head().seq()
                        ? store.entries(region, stream, after, FeedAnswer.MOST_ENTRIES)
                                .collectList()
                        : Mono.just(List.of());
        return logged.map(found -> FeedAnswer.of(head, after, request.epoch(), epoch, found));
    }

    private FeedReply reply(long epoch, List<StreamNews> news) {
        return new FeedReply(
                Protocol.CURRENT, epoch, clock.instant().truncatedTo(ChronoUnit.MILLIS), news);
    }
}
