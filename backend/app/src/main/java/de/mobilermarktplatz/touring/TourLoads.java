package de.mobilermarktplatz.touring;

import de.mobilermarktplatz.kernel.id.TourId;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.touring.domain.LoadSum;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** How full the vans of a day are by today's orders. */
@Service
public class TourLoads {

    private final Tours tours;
    private final DayInputs inputs;

    TourLoads(Tours tours, DayInputs inputs) {
        this.tours = tours;
        this.inputs = inputs;
    }

    /** For each tour, every cold class that it carries. */
    public Mono<Map<TourId, List<TourLoad>>> ofDay(Region region, LocalDate day) {
        return Mono.zip(
                tours.ofDay(region, day).collectList(), inputs.of(region, day), LoadSum::ofTours);
    }
}
