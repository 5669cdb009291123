package de.mobilermarktplatz.timetable.domain;

import de.mobilermarktplatz.region.Place;
import de.mobilermarktplatz.timetable.Stop;
import de.mobilermarktplatz.timetable.Target;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Village, street or postcode: what did they mean? */
public final class TargetSearch {

    /** More choices than this do not help anybody. */
    public static final int MAX_CHOICES = 12;

    private static final Pattern POSTCODE = Pattern.compile("^\\s*(\\d{5})\\b\\s*(.*)$");

    private TargetSearch() {}

    /**
     * The targets that fit best, several when they fit equally well, none when nothing comes near.
     */
    public static List<Target> find(String query, List<Place> places, List<Stop> stops) {
        Matcher postcode = POSTCODE.matcher(query);
        if (postcode.matches()) {
            return byPostcode(postcode.group(1), postcode.group(2), places);
        }
        List<Target> all =
                Stream.concat(
                                places.stream().<Target>map(Target.AtPlace::new),
                                stops.stream().<Target>map(Target.AtStop::new))
                        .toList();
        List<Target> best = NameSearch.best(query, all, TargetSearch::name);
        // The names of most stops contain their village: whoever types the village means the
        // village.
        List<Target> villages = best.stream().filter(Target.AtPlace.class::isInstance).toList();
        return bounded(villages.isEmpty() ? best : villages);
    }

    private static List<Target> byPostcode(String postcode, String rest, List<Place> places) {
        List<Target> there =
                places.stream()
                        .filter(place -> place.postcode().equals(postcode))
                        .<Target>map(Target.AtPlace::new)
                        .toList();
        return bounded(rest.isBlank() ? there : NameSearch.best(rest, there, TargetSearch::name));
    }

    private static List<Target> bounded(List<Target> found) {
        return found.subList(0, Math.min(found.size(), MAX_CHOICES));
    }

    private static String name(Target target) {
        return switch (target) {
            case Target.AtPlace at -> at.place().name();
            case Target.AtStop at -> at.stop().spokenName();
        };
    }
}
