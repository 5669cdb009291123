package de.mobilermarktplatz.testing;

import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.region.RegionContext;
import de.mobilermarktplatz.platform.region.Regions;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A region of its own for each story; nobody ever rolls anything back. */
public class TestRegions {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Regions regions;

    TestRegions(Regions regions) {
        this.regions = regions;
    }

    public Region create() {
        int number = COUNT.incrementAndGet();
        return regions.create(
                        "kreis-" + number, "Testkreis " + number, ZoneId.of("Europe/Berlin"), true)
                .block();
    }

    /** Runs reactive work for a region and waits for it. */
    public static <T> @Nullable T run(Region region, Mono<T> work) {
        return RegionContext.in(region, work).block();
    }
}
