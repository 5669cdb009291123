package de.mobilermarktplatz.planner.problem;

import java.util.ArrayList;
import java.util.List;

/**
 * A van with its driver for one day.
 *
 * @param shiftFrom earliest departure, seconds of the day
 * @param shiftTo latest return, seconds of the day
 * @param centsPerDay cost of using the van at all
 * @param stock goods for the free sale: fetched when the van is used, aboard until the end
 */
public record Van(
        String id,
        int startPlace,
        int endPlace,
        int shiftFrom,
        int shiftTo,
        Load capacity,
        int centsPerKm,
        int centsPerMinute,
        int centsPerDay,
        List<Goods> stock) {

    public Van {
        stock = List.copyOf(stock);
        if (id.isEmpty()
                || shiftFrom > shiftTo
                || centsPerKm < 0
                || centsPerMinute < 0
                || centsPerDay < 0) {
            throw new IllegalArgumentException(
                    "Van %s: shift %d to %d, costs must be at least 0"
                            .formatted(id, shiftFrom, shiftTo));
        }
    }

    /** Starts and ends at {@code depot}, costs 1 cent a kilometre, carries nothing until told. */
    public static Van at(String id, int depot) {
        return new Van(id, depot, depot, 0, 86_400, Load.NONE, 1, 0, 0, List.of());
    }

    public Van endingAt(int place) {
        return new Van(
                id,
                startPlace,
                place,
                shiftFrom,
                shiftTo,
                capacity,
                centsPerKm,
                centsPerMinute,
                centsPerDay,
                stock);
    }

    public Van onShift(int from, int to) {
        return new Van(
                id,
                startPlace,
                endPlace,
                from,
                to,
                capacity,
                centsPerKm,
                centsPerMinute,
                centsPerDay,
                stock);
    }

    /** Adds room; call once per cold class. */
    public Van carrying(Load room) {
        return new Van(
                id,
                startPlace,
                endPlace,
                shiftFrom,
                shiftTo,
                capacity.plus(room),
                centsPerKm,
                centsPerMinute,
                centsPerDay,
                stock);
    }

    public Van costing(int perKm, int perMinute, int perDay) {
        return new Van(
                id,
                startPlace,
                endPlace,
                shiftFrom,
                shiftTo,
                capacity,
                perKm,
                perMinute,
                perDay,
                stock);
    }

    /** Goods for the free sale from a producer, or from {@link Goods#DEPOT}. */
    public Van stocking(String source, Load load) {
        var all = new ArrayList<>(stock);
        all.add(new Goods(source, load));
        return new Van(
                id,
                startPlace,
                endPlace,
                shiftFrom,
                shiftTo,
                capacity,
                centsPerKm,
                centsPerMinute,
                centsPerDay,
                all);
    }
}
