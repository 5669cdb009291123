package de.mobilermarktplatz.sample;

import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.region.RegionContext;
import de.mobilermarktplatz.platform.region.Regions;
import de.mobilermarktplatz.platform.region.UnderConstruction;
import de.mobilermarktplatz.region.RegionSettings;
import de.mobilermarktplatz.region.Setting;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Fills a sample county from its folder. A start that is killed in between goes on at the next
 * start: the story is told again up to the moment of the very first start, and what happened
 * already does not happen twice.
 */
@Component
class SampleCounty {

    private static final String DONE = " done";

    private final Regions regions;
    private final RegionSettings settings;
    private final UnderConstruction building;
    private final SampleTimetable timetable;
    private final SampleEvents events;
    private final Story story;
    private final InstantSource clock;

    SampleCounty(
            Regions regions,
            RegionSettings settings,
            UnderConstruction building,
            SampleTimetable timetable,
            SampleEvents events,
            Story story,
            InstantSource clock) {
        this.regions = regions;
        this.settings = settings;
        this.building = building;
        this.timetable = timetable;
        this.events = events;
        this.story = story;
        this.clock = clock;
    }

    /** The county of that folder, complete when this completes. */
    Mono<Region> load(CountyFolder folder) {
        return regions.create(folder.slug(), folder.name(), folder.zone(), true)
                .flatMap(region -> RegionContext.in(region, load(region, folder)))
                .doFinally(end -> building.done(folder.slug()));
    }

    private Mono<Region> load(Region region, CountyFolder folder) {
        return settings.value(region, Setting.SAMPLE_STORY)
                .flatMap(
                        told ->
                                told.endsWith(DONE)
                                        ? timetable.publish(region)
                                        : tell(region, folder, told))
                .thenReturn(region);
    }

    private Mono<Void> tell(Region region, CountyFolder folder, String begun) {
        Instant upTo = begun.isEmpty() ? clock.instant() : Instant.parse(begun);
        return settings.set(region, Setting.SAMPLE_STORY, upTo.toString())
                .then(settings.holidays(region))
                .flatMap(holidays -> story.tell(region, events.of(region, folder, upTo, holidays)))
                .then(Mono.defer(() -> settings.set(region, Setting.SAMPLE_STORY, upTo + DONE)));
    }
}
