package de.mobilermarktplatz.timetable.domain;

import de.mobilermarktplatz.region.Place;
import de.mobilermarktplatz.timetable.Call;
import de.mobilermarktplatz.timetable.NextCall;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/** Which calls people of a place can reach. */
public final class NearestCalls {

    /** Further than this nobody goes for bread. */
    static final int REACH_METRES = 10_000;

    /** How many calls a page lists. */
    static final int MOST = 6;

    private NearestCalls() {}

    /**
     * Calls in the place itself soonest first; then those around it, nearest first.
     *
     * @param calls the next call of each stop
     */
    public static List<NextCall> of(Place place, List<Call> calls) {
        Comparator<NextCall> order =
                Comparator.comparing((NextCall next) -> !isIn(place, next))
                        .thenComparingInt(next -> isIn(place, next) ? 0 : walk(next))
                        .thenComparing(next -> next.call().day())
                        .thenComparing(next -> next.call().from());
        return calls.stream()
                .map(call -> new NextCall(call, OptionalInt.of(metres(place, call))))
                .filter(next -> isIn(place, next) || walk(next) <= REACH_METRES)
                .sorted(order)
                .limit(MOST)
                .toList();
    }

    private static int metres(Place place, Call call) {
        return WalkingDistance.metres(place.centre(), call.stop().at());
    }

    private static int walk(NextCall next) {
        return next.walkMetres().orElseThrow();
    }

    private static boolean isIn(Place place, NextCall next) {
        return next.call().stop().placeKey().equals(place.key());
    }
}
