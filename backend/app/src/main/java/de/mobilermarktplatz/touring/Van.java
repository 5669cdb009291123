package de.mobilermarktplatz.touring;

import de.mobilermarktplatz.kernel.geo.GeoPoint;
import de.mobilermarktplatz.kernel.id.VanId;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.kernel.quantity.ColdClass;
import java.time.LocalTime;
import java.util.Map;

/**
 * A market van.
 *
 * @param depot where its day begins and ends
 * @param compartments a cold class that is missing cannot be carried
 */
public record Van(
        VanId id,
        String name,
        String plate,
        String depotName,
        GeoPoint depot,
        LocalTime shiftFrom,
        LocalTime shiftTo,
        Costs costs,
        Map<ColdClass, Compartment> compartments) {

    /** What the planner weighs; nobody is ever charged these. */
    public record Costs(Money perDay, Money perKilometre, Money perHour) {}

    /**
     * Room of one cold class.
     *
     * @param crates boxes of 600 by 400 millimetres
     */
    public record Compartment(long millilitres, long grams, int crates) {}

    public Van {
        compartments = Map.copyOf(compartments);
    }
}
