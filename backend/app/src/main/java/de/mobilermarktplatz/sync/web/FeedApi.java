package de.mobilermarktplatz.sync.web;

import de.mobilermarktplatz.contract.feed.FeedReply;
import de.mobilermarktplatz.contract.feed.FeedRequest;
import de.mobilermarktplatz.contract.feed.SnapshotManifest;
import de.mobilermarktplatz.contract.upload.Protocol;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.id.DeviceId;
import de.mobilermarktplatz.platform.problem.RejectedException;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.security.Permission;
import de.mobilermarktplatz.platform.security.Requires;
import de.mobilermarktplatz.sync.Device;
import de.mobilermarktplatz.sync.FeedReading;
import de.mobilermarktplatz.sync.HintStreams;
import de.mobilermarktplatz.sync.StreamSnapshots;
import de.mobilermarktplatz.sync.SyncRejection;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What comes down to tablets: news, snapshots, hints. */
@RestController
@RequestMapping("/sync/v1/{regionSlug}")
class FeedApi {

    private final DeviceGuard guard;
    private final FeedReading reading;
    private final StreamSnapshots snapshots;
    private final HintStreams hints;

    FeedApi(DeviceGuard guard, FeedReading reading, StreamSnapshots snapshots, HintStreams hints) {
        this.guard = guard;
        this.reading = reading;
        this.snapshots = snapshots;
        this.hints = hints;
    }

    @GetMapping(path = "/feed", produces = Protocol.CONTENT_TYPE)
    @Requires(Permission.SYNC)
    Mono<byte[]> feed(Region region, ServerHttpRequest request) {
        return guard.asking(region, request)
                .flatMap(device -> reading.answer(region, device, asked(request)))
                .map(FeedReply::encode);
    }

    private static FeedRequest asked(ServerHttpRequest request) {
        return Readings.of(() -> FeedRequest.of(request.getQueryParams().toSingleValueMap()));
    }

    /** The cursors in the address are not looked at. */
    @GetMapping(path = "/snapshots", produces = Protocol.CONTENT_TYPE)
    @Requires(Permission.SYNC)
    Mono<byte[]> manifest(Region region, ServerHttpRequest request) {
        return guard.asking(region, request)
                .flatMap(
                        device ->
                                snapshots.manifest(
                                        region, device, asked(request).cursors().keySet()))
                .map(SnapshotManifest::encode);
    }

    @GetMapping(path = "/chunks/{name}", produces = Protocol.CONTENT_TYPE)
    @Requires(Permission.SYNC)
    Mono<byte[]> chunk(Region region, @PathVariable String name, ServerHttpRequest request) {
        return guard.asking(region, request)
                .flatMap(device -> snapshots.chunk(region, Readings.of(() -> Bytes.ofHex(name))))
                .switchIfEmpty(refused(new SyncRejection.ChunkUnknown(), HttpStatus.NOT_FOUND));
    }

    @GetMapping(path = "/hints", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Requires(Permission.SYNC)
    Flux<ServerSentEvent<String>> hints(Region region, ServerHttpRequest request) {
        if (hints.isFull()) {
            return Flux.from(
                    refused(new SyncRejection.HintsFull(), HttpStatus.SERVICE_UNAVAILABLE));
        }
        return Forgetting.of(
                        guard.asking(region, request)
                                .flatMap(device -> listening(region, device, request)))
                .flatMapMany(who -> hints.listen(region, who.device(), who.streams()))
                .map(words -> ServerSentEvent.builder(words).build());
    }

    private record Listening(DeviceId device, Set<String> streams) {}

    private Mono<Listening> listening(Region region, Device device, ServerHttpRequest request) {
        return hints.readable(region, device, asked(request).cursors().keySet())
                .map(streams -> new Listening(device.id(), streams));
    }

    private static <T> Mono<T> refused(SyncRejection why, HttpStatus status) {
        return Mono.error(() -> new RejectedException(why, status));
    }
}
