package de.mobilermarktplatz.ordering;

import java.util.Collection;
import java.util.List;

/** State of a whole order, derived from its lines and its payment lease, never stored. */
public enum OrderState {
    /** A card checkout was started; goods are kept until the lease ends. */
    HELD,
    PLACED,
    IN_PREPARATION,
    ON_BOARD,
    HANDED_OVER,
    REFUSED,
    UNCOLLECTED,
    CANCELLED;

    /**
     * What derivation needs to know of a line: its state and whether anything of it is still to be
     * delivered.
     */
    public record Part(LineState state, boolean emptyCut) {}

    /**
     * @param held whether a lease of a started card checkout is running
     * @param parts all lines of the order
     */
    public static OrderState of(boolean held, Collection<Part> parts) {
        if (held) {
            return HELD;
        }
        List<LineState> live =
                parts.stream()
                        .filter(part -> !part.emptyCut() && part.state() != LineState.CANCELLED)
                        .map(Part::state)
                        .toList();
        if (live.isEmpty()) {
            return CANCELLED;
        }
        if (live.stream().allMatch(LineState::isFinal)) {
            return atTheVan(live);
        }
        if (live.stream().anyMatch(state -> state == LineState.LOADED || state.isFinal())) {
            return ON_BOARD;
        }
        return live.stream().allMatch(state -> state == LineState.PLACED) ? PLACED : IN_PREPARATION;
    }

    private static OrderState atTheVan(List<LineState> live) {
        if (live.contains(LineState.HANDED_OVER)) {
            return HANDED_OVER;
        }
        return live.contains(LineState.REFUSED) ? REFUSED : UNCOLLECTED;
    }
}
