package de.mobilermarktplatz.sample;

import de.mobilermarktplatz.contract.tour.TourSnapshot;
import de.mobilermarktplatz.contract.upload.UploadBatch;
import de.mobilermarktplatz.kernel.id.UuidV7;
import de.mobilermarktplatz.platform.clock.MovableClock;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.sync.Device;
import de.mobilermarktplatz.sync.Devices;
import de.mobilermarktplatz.sync.Journals;
import de.mobilermarktplatz.sync.Snapshots;
import de.mobilermarktplatz.touring.Tour;
import de.mobilermarktplatz.touring.TourState;
import de.mobilermarktplatz.touring.Tours;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Invented tablets on their tours: enrolled by a code, let in by the same checks as real ones. */
@Component
class SampleTablets {

    private final Tours tours;
    private final Devices devices;
    private final Snapshots snapshots;
    private final Journals journals;
    private final UuidV7 ids;
    private final MovableClock clock;

    SampleTablets(
            Tours tours,
            Devices devices,
            Snapshots snapshots,
            Journals journals,
            UuidV7 ids,
            MovableClock clock) {
        this.tours = tours;
        this.devices = devices;
        this.snapshots = snapshots;
        this.journals = journals;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Every released tour of the day gets a tablet, is driven and closed. Tours that are closed
     * stay as they are; after a start that was killed in between, the tour gets a new tablet.
     *
     * @param morning when tablets take their tours along
     * @param evening when they are back in the network
     */
    Mono<Void> drive(Region region, LocalDate day, Instant morning, Instant evening) {
        return tours.ofDay(region, day)
                .filter(tour -> tour.state() == TourState.RELEASED)
                .collectList()
                .flatMapIterable(all -> all)
                .concatMap(
                        tour -> {
                            clock.travelTo(morning);
                            return drive(region, tour, evening);
                        })
                .then();
    }

    private Mono<Void> drive(Region region, Tour tour, Instant evening) {
        TabletJournal journal = new TabletJournal(ids);
        return devices.newCode(region)
                .flatMap(
                        code ->
                                devices.enrol(
                                        region,
                                        journal.enrolment(code, "Tablet " + tour.vanName())))
                .doOnNext(journal::enrolled)
                .flatMap(reply -> devices.find(region, reply.device()))
                .flatMap(device -> drive(region, tour, device, journal, evening));
    }

    private Mono<Void> drive(
            Region region, Tour tour, Device device, TabletJournal journal, Instant evening) {
        return tours.take(region, tour.id(), device.id())
                .then(Mono.defer(() -> snapshots.of(region, tour.id(), device)))
                .map(SampleTablets::overTheWire)
                .doOnNext(
                        snapshot -> {
                            new DayOnTheRoad(journal, snapshot, region.zone()).drive();
                            clock.travelTo(evening);
                        })
                .flatMapIterable(snapshot -> journal.uploads())
                .concatMap(batch -> upload(region, device, batch))
                .then();
    }

    /** What a tablet sees is what arrives, not what was sent. */
    private static TourSnapshot overTheWire(TourSnapshot snapshot) {
        return TourSnapshot.decode(snapshot.encode());
    }

    private Mono<Void> upload(Region region, Device device, UploadBatch batch) {
        byte[] body = batch.encode();
        return journals.take(region, device, device.journal(), UploadBatch.decode(body), body)
                .flatMap(
                        taken ->
                                taken instanceof Journals.Taken.Accepted
                                        ? Mono.<Void>empty()
                                        : Mono.error(
                                                new IllegalStateException(
                                                        "The sample tablet's journal was not taken: "
                                                                + taken)));
    }
}
