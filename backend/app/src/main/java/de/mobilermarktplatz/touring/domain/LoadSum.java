package de.mobilermarktplatz.touring.domain;

import de.mobilermarktplatz.kernel.id.CallId;
import de.mobilermarktplatz.kernel.id.TourId;
import de.mobilermarktplatz.kernel.id.VanId;
import de.mobilermarktplatz.kernel.quantity.ColdClass;
import de.mobilermarktplatz.touring.Tour;
import de.mobilermarktplatz.touring.TourLoad;
import de.mobilermarktplatz.touring.TourVisit;
import de.mobilermarktplatz.touring.Van;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Adds up what the calls of a tour need. */
public final class LoadSum {

    private LoadSum() {}

    /** For each tour, every cold class that it needs or that its van has room for. */
    public static Map<TourId, List<TourLoad>> ofTours(List<Tour> tours, DayDemand demand) {
        return tours.stream().collect(Collectors.toMap(Tour::id, tour -> ofTour(tour, demand)));
    }

    private static List<TourLoad> ofTour(Tour tour, DayDemand demand) {
        Set<CallId> calls = calls(tour);
        List<TourLoad> loads = new ArrayList<>();
        for (ColdClass cold : ColdClass.values()) {
            long needed =
                    demand.calls().stream()
                            .filter(call -> calls.contains(call.call().id()))
                            .flatMap(call -> call.needs().stream())
                            .filter(need -> need.coldClass() == cold)
                            .mapToLong(Need::millilitres)
                            .sum();
            long room = room(tour.van(), cold, demand);
            if (needed > 0 || room > 0) {
                loads.add(new TourLoad(cold, needed, room));
            }
        }
        return List.copyOf(loads);
    }

    static Set<CallId> calls(Tour tour) {
        return tour.visits().stream()
                .filter(visit -> visit.kind() == TourVisit.Kind.CALL)
                .map(TourVisit::call)
                .collect(Collectors.toSet());
    }

    private static long room(VanId van, ColdClass cold, DayDemand demand) {
        return demand.vans().stream()
                .filter(known -> known.id().equals(van))
                .map(known -> known.compartments().get(cold))
                .filter(java.util.Objects::nonNull)
                .mapToLong(Van.Compartment::millilitres)
                .sum();
    }
}
