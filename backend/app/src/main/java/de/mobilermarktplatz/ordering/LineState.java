package de.mobilermarktplatz.ordering;

import java.util.EnumSet;
import java.util.Set;

/**
 * Life of one order line. The order's own state is derived from its lines ({@link OrderState}).
 *
 * <p>The office moves a line step by step. The van may jump: what was handed over, refused or left
 * uncollected at the van is a fact even when a scan before it was forgotten, and a handover stands
 * even against a late cancellation.
 */
public enum LineState {
    /** Stock and van capacity are taken; the producer knows nothing yet. */
    PLACED,
    /** Part of a numbered request to the producer. */
    REQUESTED,
    /** The producer delivers what was ordered. */
    CONFIRMED,
    /** The producer delivers less; confirmed quantity 0 means nothing at all. */
    CUT,
    /** The producer delivers something else the customer agreed to. */
    SUBSTITUTED,
    /** In a crate. */
    PACKED,
    /** The crate is in the van. */
    LOADED,
    /** The customer has it. */
    HANDED_OVER,
    /** The customer was there and did not want it. */
    REFUSED,
    /** Nobody came for it. */
    UNCOLLECTED,
    /** Taken back before delivery; stock returned if it was still {@link #PLACED}. */
    CANCELLED;

    private static final Set<LineState> AT_THE_VAN = EnumSet.of(HANDED_OVER, REFUSED, UNCOLLECTED);

    /**
     * Whether the line may go from this state to {@code next}. A state is not its own successor.
     */
    public boolean mayBecome(LineState next) {
        return switch (this) {
            case PLACED -> next == REQUESTED || next == CANCELLED;
            case REQUESTED ->
                    next == CONFIRMED
                            || next == CUT
                            || next == SUBSTITUTED
                            || next == CANCELLED
                            || AT_THE_VAN.contains(next);
            case CONFIRMED, CUT, SUBSTITUTED ->
                    next == PACKED
                            || next == LOADED
                            || next == CANCELLED
                            || AT_THE_VAN.contains(next);
            case PACKED -> next == LOADED || next == CANCELLED || AT_THE_VAN.contains(next);
            case LOADED -> next == CANCELLED || AT_THE_VAN.contains(next);
            case UNCOLLECTED, CANCELLED -> next == HANDED_OVER;
            case HANDED_OVER, REFUSED -> false;
        };
    }

    /** Names of all states that may become {@code next}: what a guarded SQL UPDATE allows. */
    public static String[] namesBefore(LineState next) {
        return EnumSet.allOf(LineState.class).stream()
                .filter(state -> state.mayBecome(next))
                .map(Enum::name)
                .toArray(String[]::new);
    }

    /** Whether nothing more happens to the line in the ordinary course of a market day. */
    public boolean isFinal() {
        return AT_THE_VAN.contains(this) || this == CANCELLED;
    }
}
