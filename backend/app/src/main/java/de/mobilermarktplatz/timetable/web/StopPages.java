package de.mobilermarktplatz.timetable.web;

import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.security.Permission;
import de.mobilermarktplatz.platform.security.Requires;
import de.mobilermarktplatz.timetable.Stop;
import de.mobilermarktplatz.timetable.Timetable;
import java.util.LinkedHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import reactor.core.publisher.Mono;

/** All stops of the region, by place. */
@Controller
class StopPages {

    private final Timetable timetable;

    StopPages(Timetable timetable) {
        this.timetable = timetable;
    }

    @GetMapping("/r/{regionSlug}/haltestellen")
    @Requires(Permission.SHOP_BROWSE)
    Mono<String> stops(Region region, Model model) {
        return timetable
                .stops(region)
                .collect(
                        Collectors.groupingBy(
                                Stop::placeName, LinkedHashMap::new, Collectors.toList()))
                .doOnNext(byPlace -> model.addAttribute("byPlace", byPlace))
                .thenReturn("timetable/stops");
    }
}
