package de.mobilermarktplatz.sync;

import de.mobilermarktplatz.contract.feed.StreamVerdict;
import de.mobilermarktplatz.contract.feed.Streams;
import de.mobilermarktplatz.kernel.id.TourId;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.touring.TourState;
import de.mobilermarktplatz.touring.Tours;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Which streams a tablet may read: prices and rates, its own, and the tours that it holds. */
@Component
class StreamAccess {

    private final Tours tours;

    StreamAccess(Tours tours) {
        this.tours = tours;
    }

    /** By stream: FINE, UNKNOWN or NOT_YOURS. */
    Mono<Map<String, StreamVerdict>> of(Region region, Device device, Collection<String> streams) {
        return Flux.fromIterable(streams)
                .concatMap(
                        stream ->
                                verdict(region, device, stream)
                                        .map(verdict -> Map.entry(stream, verdict)))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private Mono<StreamVerdict> verdict(Region region, Device device, String stream) {
        if (stream.equals(Streams.CFG)) {
            return Mono.just(StreamVerdict.FINE);
        }
        try {
            if (Streams.isTour(stream)) {
                return tour(region, device, Streams.tourOf(stream));
            }
            if (Streams.isCatalogue(stream)) {
                LocalDate day = Streams.dayOf(stream);
                return Mono.just(
                        stream.equals(Streams.catalogue(day))
                                ? StreamVerdict.FINE
                                : StreamVerdict.UNKNOWN);
            }
        } catch (RuntimeException unreadable) {
            return Mono.just(StreamVerdict.UNKNOWN);
        }
        if (Streams.isDevice(stream)) {
            return Mono.just(
                    stream.equals(Streams.device(device.id()))
                            ? StreamVerdict.FINE
                            : StreamVerdict.NOT_YOURS);
        }
        return Mono.just(StreamVerdict.UNKNOWN);
    }

    private Mono<StreamVerdict> tour(Region region, Device device, TourId id) {
        return tours.find(region, id)
                .filter(tour -> tour.state() != TourState.DRAFT)
                .map(
                        tour ->
                                device.id().equals(tour.device())
                                        ? StreamVerdict.FINE
                                        : StreamVerdict.NOT_YOURS)
                .defaultIfEmpty(StreamVerdict.UNKNOWN);
    }
}
