package de.mobilermarktplatz.planner.problem;

/**
 * An amount of goods and where it comes aboard.
 *
 * @param source id of the producer, or {@link #DEPOT} for goods aboard from the start
 */
public record Goods(String source, Load load) {
    public static final String DEPOT = "";

    public boolean fromDepot() {
        return source.isEmpty();
    }
}
