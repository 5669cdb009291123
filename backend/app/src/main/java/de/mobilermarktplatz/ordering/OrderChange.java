package de.mobilermarktplatz.ordering;

import java.util.Map;

/**
 * What somebody wants of an order after its cut-off.
 *
 * @param wanted pieces or grams in all by line number; lines left out stay, empty for a
 *     cancellation
 */
public record OrderChange(Kind kind, Map<Integer, Long> wanted) {

    /** The whole order goes, or it becomes less or more. */
    public enum Kind {
        CANCEL,
        DECREASE,
        INCREASE
    }

    public OrderChange {
        wanted = Map.copyOf(wanted);
    }

    public static OrderChange cancel() {
        return new OrderChange(Kind.CANCEL, Map.of());
    }
}
