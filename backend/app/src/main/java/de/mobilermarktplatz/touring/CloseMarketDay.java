package de.mobilermarktplatz.touring;

import de.mobilermarktplatz.platform.outbox.FactHandler;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.region.RegionContext;
import de.mobilermarktplatz.timetable.TimetableDesk;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A market day is over when the last of its tours has closed. */
@Component
class CloseMarketDay implements FactHandler<TourClosed> {

    private final Tours tours;
    private final TimetableDesk desk;

    CloseMarketDay(Tours tours, TimetableDesk desk) {
        this.tours = tours;
        this.desk = desk;
    }

    @Override
    public Class<TourClosed> type() {
        return TourClosed.class;
    }

    @Override
    public String name() {
        return "touring.close-market-day";
    }

    @Override
    public Mono<Void> handle(TourClosed fact) {
        return Mono.deferContextual(
                context -> {
                    Region region = RegionContext.of(context).orElseThrow();
                    return tours.ofDay(region, fact.day())
                            .all(tour -> tour.state() == TourState.CLOSED)
                            .filter(over -> over)
                            .flatMap(over -> desk.close(region, fact.day()))
                            .then();
                });
    }
}
