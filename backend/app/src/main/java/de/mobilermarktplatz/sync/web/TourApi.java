package de.mobilermarktplatz.sync.web;

import de.mobilermarktplatz.contract.tour.TourLease;
import de.mobilermarktplatz.contract.tour.TourList;
import de.mobilermarktplatz.contract.tour.TourSnapshot;
import de.mobilermarktplatz.contract.tour.TourSummary;
import de.mobilermarktplatz.contract.upload.Protocol;
import de.mobilermarktplatz.kernel.id.DeviceId;
import de.mobilermarktplatz.kernel.id.TourId;
import de.mobilermarktplatz.platform.problem.RejectedException;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.security.Permission;
import de.mobilermarktplatz.platform.security.Requires;
import de.mobilermarktplatz.sync.Device;
import de.mobilermarktplatz.sync.Snapshots;
import de.mobilermarktplatz.sync.StreamSnapshots;
import de.mobilermarktplatz.sync.SyncRejection;
import de.mobilermarktplatz.touring.Tour;
import de.mobilermarktplatz.touring.Tours;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Tours on their way down to a tablet. */
@RestController
@RequestMapping(path = "/sync/v1/{regionSlug}/tours", produces = Protocol.CONTENT_TYPE)
class TourApi {

    private final DeviceGuard guard;
    private final Tours tours;
    private final Snapshots snapshots;
    private final StreamSnapshots streams;
    private final InstantSource clock;

    TourApi(
            DeviceGuard guard,
            Tours tours,
            Snapshots snapshots,
            StreamSnapshots streams,
            InstantSource clock) {
        this.guard = guard;
        this.tours = tours;
        this.snapshots = snapshots;
        this.streams = streams;
        this.clock = clock;
    }

    @GetMapping
    @Requires(Permission.SYNC)
    Mono<byte[]> list(Region region, ServerHttpRequest request) {
        return guard.asking(region, request)
                .flatMapMany(device -> tours.released(region).map(tour -> summary(tour, device)))
                .collectList()
                .map(
                        list ->
                                new TourList(list, clock.instant().truncatedTo(ChronoUnit.MILLIS))
                                        .encode());
    }

    @PostMapping("/{tour}/lease")
    @Requires(Permission.SYNC)
    Mono<byte[]> lease(Region region, @PathVariable String tour, ServerHttpRequest request) {
        TourId id = Readings.of(() -> TourId.of(tour));
        return guard.asking(region, request)
                .flatMap(device -> tours.take(region, id, device.id()))
                .flatMap(generation -> begun(region, id).thenReturn(generation))
                .switchIfEmpty(unknown())
                .map(generation -> new TourLease(id, generation).encode());
    }

    private Mono<Void> begun(Region region, TourId id) {
        return tours.find(region, id).flatMap(tour -> streams.taken(region, tour));
    }

    @GetMapping("/{tour}/snapshot")
    @Requires(Permission.SYNC)
    Mono<byte[]> snapshot(Region region, @PathVariable String tour, ServerHttpRequest request) {
        TourId id = Readings.of(() -> TourId.of(tour));
        return guard.asking(region, request)
                .flatMap(device -> snapshots.of(region, id, device))
                .switchIfEmpty(unknown())
                .map(TourSnapshot::encode);
    }

    private static TourSummary summary(Tour tour, Device device) {
        DeviceId holder = tour.device();
        return new TourSummary(
                tour.id(),
                tour.day(),
                tour.van(),
                tour.vanName(),
                (int) tour.calls(),
                0,
                tour.generation(),
                holder != null && !holder.equals(device.id()));
    }

    private static <T> Mono<T> unknown() {
        return Mono.error(
                () -> new RejectedException(new SyncRejection.TourUnknown(), HttpStatus.NOT_FOUND));
    }
}
