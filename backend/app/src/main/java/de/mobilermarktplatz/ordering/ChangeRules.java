package de.mobilermarktplatz.ordering;

import java.util.Map;
import java.util.TreeMap;

/** What a form full of wanted amounts means for an order as it stands. */
public final class ChangeRules {

    /** Far above any order: a ton, or a million pieces. */
    private static final long MOST = 1_000_000;

    private ChangeRules() {}

    /** Either what is wanted, or why it cannot be. */
    public sealed interface Read {
        record Change(OrderChange change) implements Read {}

        record No(ChangeResult.Refused why) implements Read {}
    }

    /**
     * @param wanted pieces or grams in all by line number; lines that are left out or do not exist
     *     stay as they are
     */
    public static Read read(Order order, Map<Integer, Long> wanted) {
        if (isOver(order)) {
            return new Read.No(ChangeResult.Refused.OVER);
        }
        Map<Integer, Long> other = new TreeMap<>();
        boolean more = false;
        boolean less = false;
        for (OrderLine line : order.lines()) {
            long now = line.current().quantity();
            long then = Math.clamp(wanted.getOrDefault(line.number(), now), 0, MOST);
            if (then != now && !line.state().isFinal()) {
                other.put(line.number(), then);
                more |= then > now;
                less |= then < now;
            }
        }
        if (other.isEmpty()) {
            return new Read.No(ChangeResult.Refused.NOTHING);
        }
        if (more && less) {
            return new Read.No(ChangeResult.Refused.BOTH_WAYS);
        }
        if (more && order.payBy() == PayBy.CARD) {
            return new Read.No(ChangeResult.Refused.PAID_ONLINE);
        }
        return new Read.Change(
                less && leavesNothing(order, other)
                        ? OrderChange.cancel()
                        : new OrderChange(
                                more ? OrderChange.Kind.INCREASE : OrderChange.Kind.DECREASE,
                                other));
    }

    /** Whether nothing can be asked of it any more. */
    public static boolean isOver(Order order) {
        OrderState state = order.state();
        return state != OrderState.PLACED
                && state != OrderState.IN_PREPARATION
                && state != OrderState.ON_BOARD;
    }

    private static boolean leavesNothing(Order order, Map<Integer, Long> wanted) {
        return order.lines().stream()
                .allMatch(
                        line -> wanted.getOrDefault(line.number(), line.current().quantity()) == 0);
    }
}
