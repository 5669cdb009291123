package de.mobilermarktplatz.sample;

import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.region.RegionContext;
import de.mobilermarktplatz.platform.region.Regions;
import java.time.ZoneId;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Builds the sample county step by step; every step may run again and then changes nothing. */
@Component
class SampleCounty {

    private static final Logger LOG = LoggerFactory.getLogger(SampleCounty.class);

    private static final int STEPS = 6;

    private final Regions regions;
    private final SampleBorders borders;
    private final SampleTimetable timetable;
    private final SampleStaff staff;
    private final SampleVans vans;
    private final SampleProducers producers;
    private final SampleOrders orders;

    SampleCounty(
            Regions regions,
            SampleBorders borders,
            SampleTimetable timetable,
            SampleStaff staff,
            SampleVans vans,
            SampleProducers producers,
            SampleOrders orders) {
        this.regions = regions;
        this.borders = borders;
        this.timetable = timetable;
        this.staff = staff;
        this.vans = vans;
        this.producers = producers;
        this.orders = orders;
    }

    /** The county under the given address, complete when this completes. */
    Mono<Region> load(String slug) {
        return regions.create(slug, "Salzlandkreis", ZoneId.of("Europe/Berlin"), true)
                .flatMap(region -> RegionContext.in(region, steps(region)).thenReturn(region));
    }

    private Mono<Void> steps(Region region) {
        return step(1, "borders", () -> borders.load(region))
                .then(step(2, "places, stops and timetable", () -> timetable.load(region)))
                .then(step(3, "vans", () -> vans.load(region)))
                .then(step(4, "producers and their catalogues", () -> producers.load(region)))
                .then(step(5, "staff", () -> staff.load(region)))
                .then(step(6, "orders", () -> orders.load(region)));
    }

    private static Mono<Void> step(int number, String what, Supplier<Mono<Void>> work) {
        return Mono.defer(
                () -> {
                    LOG.info("Sample data {}/{}: {}", number, STEPS, what);
                    return work.get();
                });
    }
}
