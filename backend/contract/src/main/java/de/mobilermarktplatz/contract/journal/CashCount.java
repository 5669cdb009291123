package de.mobilermarktplatz.contract.journal;

import de.mobilermarktplatz.kernel.money.Money;
import java.util.List;

/**
 * The drawer counted by denomination.
 *
 * @param total sum of the coins and notes
 */
public record CashCount(CountKind kind, List<Denomination> coins, Money total)
        implements EntryBody {

    public static CashCount of(CountKind kind, List<Denomination> coins) {
        return new CashCount(
                kind, coins, Money.sum(coins.stream().map(Denomination::total).toList()));
    }
}
