package de.mobilermarktplatz.coordination.domain;

import java.util.List;

/**
 * What is known of a day's end.
 *
 * @param cash closed tills
 * @param goodsDifferences articles of closed tours whose amounts do not fit together
 */
public record Evening(List<CashUp> cash, long goodsDifferences) {

    public static final Evening UNKNOWN = new Evening(List.of(), 0);

    public static Evening of(List<CashUp> cash, List<GoodsFlow> flows) {
        return new Evening(
                List.copyOf(cash),
                flows.stream()
                        .filter(flow -> flow.closed() && !flow.differences().isEmpty())
                        .count());
    }
}
