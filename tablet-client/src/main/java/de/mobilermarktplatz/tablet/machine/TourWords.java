package de.mobilermarktplatz.tablet.machine;

import de.mobilermarktplatz.contract.tour.TourList;
import de.mobilermarktplatz.contract.tour.TourSummary;
import de.mobilermarktplatz.tablet.core.Tour;
import java.util.LinkedHashMap;
import java.util.Map;

/** A tour in figures, for the screen. */
public final class TourWords {
    private TourWords() {}

    public static Map<String, Object> of(Tour tour) {
        var snapshot = tour.snapshot();
        var words = new LinkedHashMap<String, Object>();
        words.put("tour", snapshot.tour().toString());
        words.put("generation", snapshot.generation());
        words.put("day", snapshot.day().toString());
        words.put("van", snapshot.vanName());
        words.put("visits", snapshot.visits().size());
        words.put("orders", snapshot.orders().size());
        words.put("crates", snapshot.crates().size());
        words.put("products", snapshot.prices().size());
        return words;
    }

    public static Map<String, Object> of(TourList list) {
        return Map.of("tours", list.tours().stream().map(TourWords::of).toList());
    }

    private static Map<String, Object> of(TourSummary tour) {
        var words = new LinkedHashMap<String, Object>();
        words.put("tour", tour.tour().toString());
        words.put("day", tour.day().toString());
        words.put("van", tour.vanName());
        words.put("calls", tour.calls());
        words.put("orders", tour.orders());
        words.put("generation", tour.generation());
        words.put("taken", tour.taken());
        return words;
    }
}
